package eu.kontor.tenancy.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A line to PostgreSQL that can be cut: it listens on 127.0.0.1 and passes everything on, until a test says otherwise. It knows one thing
 * about what it carries, the database's word that a commit is done.
 */
public final class DatabaseWire implements AutoCloseable {

    /** CommandComplete of PostgreSQL's protocol: type, length, tag. */
    private static final byte[] COMMITTED = {'C', 0, 0, 0, 11, 'C', 'O', 'M', 'M', 'I', 'T', 0};

    private static final int BUFFER = 8_192;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile BooleanSupplier losesAnswer = () -> false;
    private volatile boolean isSilent;

    /** @param target the port on 127.0.0.1 to which it leads */
    public DatabaseWire(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** Ends every connection at once, whatever is on its way; new ones are welcome. */
    public void cut() {
        ends.forEach(DatabaseWire::close);
    }

    /**
     * Asked for every commit that is done, before the caller hears of it: true cuts that connection, so that the caller never does.
     */
    public void loseAnswerIf(BooleanSupplier decision) {
        losesAnswer = decision;
    }

    /** How many commits were done whose caller did not hear of it. */
    public int lostAnswers() {
        return lostAnswers.get();
    }

    /** Swallows everything in both directions and tells nobody, as a dead router does; connections that exist stay dead. */
    public void beSilent(boolean silent) {
        isSilent = silent;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // The door was closed.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            ends.add(near);
            ends.add(far);
            Thread.ofVirtual().start(() -> carry(near, far, false));
            Thread.ofVirtual().start(() -> carry(far, near, true));
        } catch (IOException e) {
            // Nobody is at home at the other end.
            near.close();
        }
    }

    private void carry(Socket from, Socket to, boolean isFromDatabase) {
        byte[] buffer = new byte[BUFFER];
        int matched = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; isFromDatabase && i < read; i++) {
                    matched = buffer[i] == COMMITTED[matched] ? matched + 1 : buffer[i] == COMMITTED[0] ? 1 : 0;
                    if (matched == COMMITTED.length) {
                        matched = 0;
                        if (losesAnswer.getAsBoolean()) {
                            lostAnswers.incrementAndGet();
                            return;
                        }
                    }
                }
                if (!isSilent) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // Cut here or at one of its ends.
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
