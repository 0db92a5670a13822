package eu.kontor.launcher.sample;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** Waits until something happens in the folders where receipts appear. */
final class ReceiptWatch implements AutoCloseable {

    private final WatchService events = FileSystems.getDefault().newWatchService();

    ReceiptWatch() throws IOException {}

    void watch(Path folder) throws IOException {
        folder.register(events, StandardWatchEventKinds.ENTRY_CREATE);
    }

    /** Returns when a file appeared, or after a second: not every file system tells. */
    void await() throws InterruptedException {
        WatchKey key = events.poll(1, TimeUnit.SECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
