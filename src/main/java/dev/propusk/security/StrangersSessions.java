package dev.propusk.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the sessions of those who have not signed in to so many on a node: each page that asks to sign in begins one, with all
 * that Vaadin keeps of it, and anybody can ask (door 2). The oldest go first; who has signed in is never among them.
 */
@Component
class StrangersSessions implements HttpSessionListener {
    static final int MOST = 500;

    private final Map<String, HttpSession> waiting = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        HttpSession oldest = null;
        synchronized (waiting) {
            waiting.put(session.getId(), session);
            if (waiting.size() > MOST) {
                String first = waiting.keySet().iterator().next();
                oldest = waiting.remove(first);
            }
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        synchronized (waiting) {
            waiting.remove(event.getSession().getId());
        }
    }

    private static void end(HttpSession session) {
        try {
            if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null) {
                session.invalidate();
            }
        } catch (IllegalStateException e) {
            // it has ended, or is another one since somebody signed in
        }
    }
}
