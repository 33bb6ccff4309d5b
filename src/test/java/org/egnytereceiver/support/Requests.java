package org.egnytereceiver.support;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** Requests without a server around them, as far as somebody's origin and credentials are asked for. */
public final class Requests {

    private Requests() {
    }

    /**
     * @param authorization the header, or null
     * @param peer          who is connected
     * @param forwardedFor  the values of all headers {@code X-Forwarded-For}
     */
    public static HttpServletRequest of(String authorization, String peer, List<String> forwardedFor) {
        return (HttpServletRequest) Proxy.newProxyInstance(Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> authorization;
                    case "getHeaders" -> Collections.enumeration(forwardedFor);
                    case "getRemoteAddr" -> peer;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
