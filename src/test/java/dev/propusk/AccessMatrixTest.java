package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import dev.propusk.security.ContractId;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every view, address and service as everybody, and compares who got in with the table {@code access-matrix.txt}:
 * what is allowed there has to work, and what is not has to be refused. A view, address or service that is not in the table
 * fails as well. What was found stands in {@code target/access-matrix.txt}.
 */
class AccessMatrixTest extends AsEverybody {
    private static final Path TABLE = Path.of("src/test/resources/access-matrix.txt");
    private static final Path FOUND = Path.of("target/access-matrix.txt");

    @Autowired
    WebApplicationContext context;

    @Test
    void everyViewOpensForThoseInTheTableAndForNobodyElse() throws IOException {
        Map<String, RouteData> views = new TreeMap<>();
        RouteConfiguration.forApplicationScope()
                .getAvailableRoutes()
                .forEach(route -> views.put("view /" + route.getTemplate(), route));
        compare("view ", row(views, (who, route) -> opens(who, route)));
    }

    @Test
    void everyAddressAnswersThoseInTheTableAndNobodyElse() throws IOException {
        MockMvc web = TestWeb.of(context);
        Map<String, String[]> addresses = new TreeMap<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getValue().getBeanType().getName().startsWith("dev.propusk"))
                .forEach(handler -> handler.getKey()
                        .getPatternValues()
                        .forEach(path -> handler.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> addresses.put(
                                        "address " + method + " " + path, new String[] {method.name(), path}))));
        compare("address ", row(addresses, (who, address) -> answers(web, who, address)));
    }

    @Test
    void everyServiceWorksForThoseInTheTableAndForNobodyElse() throws IOException {
        Map<String, List<Call>> calls = Arrays.stream(context.getBeanNamesForAnnotation(Service.class))
                .map(context::getBean)
                .flatMap(bean -> Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && isGuarded(method))
                        .map(method -> new Call(bean, method)))
                .collect(Collectors.groupingBy(
                        call -> "service " + call.method().getDeclaringClass().getSimpleName() + "."
                                + call.method().getName(),
                        TreeMap::new,
                        Collectors.toList()));
        compare("service ", row(calls, (who, all) -> all.stream().allMatch(call -> works(who, call))));
    }

    private <T> List<String> row(Map<String, T> rows, Attempt<T> attempt) {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + ": "
                        + everybody.entrySet().stream()
                                .filter(who -> attempt.succeeds(who.getValue(), row.getValue()))
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(" ")))
                .map(String::strip)
                .toList();
    }

    private static void compare(String kind, List<String> found) throws IOException {
        Predicate<String> ofKind = line -> line.startsWith(kind);
        List<String> before = Files.exists(FOUND) ? Files.readAllLines(FOUND) : List.of();
        Files.write(
                FOUND,
                Stream.concat(before.stream().filter(ofKind.negate()), found.stream())
                        .sorted()
                        .toList());
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(TABLE).stream().filter(ofKind).toList());
    }

    private boolean opens(@Nullable Authentication who, RouteData route) {
        cleanVaadinEnvironment();
        become(who);
        initVaadinEnvironment();
        try {
            UI.getCurrent().navigate(route.getTemplate().replaceAll(":\\w+.*", "x"));
            return route.getNavigationTarget().isInstance(getCurrentView());
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    private boolean answers(MockMvc web, @Nullable Authentication who, String[] address) {
        SecurityContextHolder.clearContext();
        try {
            String path = address[1].replaceAll("\\{[^}]*}", "x");
            MvcResult answer = web.perform(request(HttpMethod.valueOf(address[0]), path)
                            .with(who == null ? anonymous() : authentication(who)))
                    .andReturn();
            int status = answer.getResponse().getStatus();
            return answer.getHandler() != null && status != 401 && status != 403;
        } catch (Exception e) {
            throw new AssertionError(String.join(" ", address), e);
        }
    }

    private boolean works(@Nullable Authentication who, Call call) {
        become(who);
        Object[] arguments = Arrays.stream(call.method().getParameterTypes())
                .map(this::argument)
                .toArray();
        try {
            call.method().setAccessible(true);
            call.method().invoke(call.bean(), arguments);
            return true;
        } catch (InvocationTargetException e) {
            return !isRefusal(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Whoever is let in may fail at what they ask for: most of it is not there. */
    private @Nullable Object argument(Class<?> type) {
        if (type == ContractId.class) {
            return hotel.id();
        }
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == String.class ? "x" : null;
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException || cause instanceof AuthenticationCredentialsNotFoundException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGuarded(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), PreAuthorize.class);
    }

    private record Call(Object bean, Method method) {}

    private interface Attempt<T> {
        boolean succeeds(@Nullable Authentication who, T what);
    }
}
