package eu.kontor.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that nobody listens on. */
final class FreePort {

    private FreePort() {}

    static int find() {
        return find(1).getFirst();
    }

    /** Different ones: all are held until the last is found, or the system might give the same twice. */
    static List<Integer> find(int many) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int found = 0; found < many; found++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new LauncherFailure("There is no free port on this machine.", e);
        } finally {
            held.forEach(FreePort::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new LauncherFailure("The port " + socket.getLocalPort() + " could not be released.", e);
        }
    }
}
