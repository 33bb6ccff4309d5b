package org.egnytereceiver.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    private final Map<String, Object> headers = new TreeMap<>();

    @Test
    void promiseHttpsOnHttpsOnly() throws Exception {
        answered(true, false);
        assertThat(headers).containsEntry("Strict-Transport-Security", "max-age=31536000");
        headers.clear();
        answered(false, false);
        assertThat(headers).isNotEmpty().doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void areThereAgainWhenAnAnswerIsBegunAnew() throws Exception {
        answered(true, true);
        assertThat(headers).containsEntry("X-Content-Type-Options", "nosniff").containsKey("Strict-Transport-Security");
    }

    private void answered(boolean isSecure, boolean begunAnew) throws IOException, ServletException {
        var request = proxy(HttpServletRequest.class, (proxy, method, arguments) -> isSecure);
        var response = proxy(HttpServletResponse.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "setHeader" -> {
                headers.put((String) arguments[0], arguments[1]);
                yield null;
            }
            case "reset" -> {
                headers.clear();
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
        new SecurityHeaders().doFilter(request, response, (asked, answer) -> {
            if (begunAnew) {
                answer.reset();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(SecurityHeadersTest.class.getClassLoader(), new Class<?>[] {type},
                calls));
    }
}
