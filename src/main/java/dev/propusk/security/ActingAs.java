package dev.propusk.security;

import com.vaadin.flow.internal.CurrentInstance;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets the system itself do what otherwise a person would have to be signed in for. */
public final class ActingAs {
    private ActingAs() {}

    /** As the system's own administrator, in the journal {@link Actor#SYSTEM}. */
    public static void administrator(Runnable event) {
        administrator(() -> {
            event.run();
            return true;
        });
    }

    /** As {@link #administrator(Runnable)}, with an answer. */
    public static <T> T administrator(Supplier<T> event) {
        Authentication system = UsernamePasswordAuthenticationToken.authenticated(
                Itself.ADMINISTRATOR, "", List.of(new SimpleGrantedAuthority(Role.ADMIN.authority())));
        return call(system, event);
    }

    /** As this login. */
    public static <T> T user(PanelUser user, Supplier<T> event) {
        return call(UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities()), event);
    }

    /** Apart from the panel's session, if this is one of its requests: there whoever is signed in would act all the same. */
    private static <T> T call(Authentication authentication, Supplier<T> event) {
        Map<Class<?>, CurrentInstance> panel = CurrentInstance.getInstances();
        CurrentInstance.clearAll();
        try {
            return callOutside(authentication, event);
        } finally {
            CurrentInstance.restoreInstances(panel);
        }
    }

    private static <T> T callOutside(Authentication authentication, Supplier<T> event) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
            return event.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private enum Itself implements Acting {
        ADMINISTRATOR;

        @Override
        public Actor.Kind kind() {
            return Actor.SYSTEM.kind();
        }

        @Override
        public String actorName() {
            return Actor.SYSTEM.name();
        }
    }
}
