package org.egnytereceiver.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port that the receiver listens on. */
record Port(int number) {

    private static final String SETTING = "receiver.port";

    static Port chosen() {
        var port = new Port(number(System.getProperty(SETTING, "8080")));
        if (!port.isFree()) {
            throw new CannotStart("Port " + port.number + " is taken. Choose another one with -D" + SETTING + "=….");
        }
        return port;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new CannotStart("The setting " + SETTING + " is no port number.");
        }
        return Integer.parseInt(text);
    }

    private boolean isFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
