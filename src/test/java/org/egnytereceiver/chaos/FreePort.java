package org.egnytereceiver.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for what is started, each handed out once. They are none that systems give away by themselves, which begin at 32768
 * on Linux: a client's connection, or a server that looks for a port on its own, would get one of ours before it is used.
 */
public final class FreePort {

    private static final int FIRST = 16_384;
    private static final int BEYOND = 32_768;
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {
    }

    /** @return a port that is free now, and that nobody else in this process was given before */
    public static int found() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, BEYOND)).limit(BEYOND - FIRST)
                .filter(FreePort::isFree).filter(FOUND::add).findFirst().orElseThrow();
    }

    /** @return whether nobody listens there now */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
