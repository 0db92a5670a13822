package eu.kontor.feeds.application;

import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.feeds.persistence.ReadyFile;
import eu.kontor.files.api.OwnFiles;
import eu.kontor.tenancy.api.Tenant;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Tidies away a file that has ended: cuts off refused lines that no checkpoint knows, lays the receipt beside where the file goes, and
 * moves the file last. Done again after a crash, it gives the same.
 */
final class FeedEnding {

    static final String RECEIPT = ".receipt.json";

    private final FeedFolders folders;

    FeedEnding(FeedFolders folders) {
        this.folders = folders;
    }

    void tidy(Tenant tenant, FeedFile feed) throws IOException {
        cutRejects(feed);
        Path folder = feed.state() == State.DONE ? folders.done() : folders.refused();
        String name = feed.id() + "-" + feed.fileName();
        Path unfinished = folder.resolve("." + name + RECEIPT + FeedFolders.UNFINISHED);
        OwnFiles.write(unfinished, FeedReceipts.json(feed, tenant.language()));
        Files.move(
                unfinished,
                folder.resolve(name + RECEIPT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        new ReadyFile(folders, feed.storedName(), feed.fileName()).discardCopies();
        Path work = folders.work().resolve(feed.storedName());
        if (Files.exists(work)) {
            Files.move(work, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void cutRejects(FeedFile feed) throws IOException {
        Path rejects = folders.rejects(feed.id(), feed.fileName());
        if (feed.rejectsBytes() == 0) {
            Files.deleteIfExists(rejects);
        } else {
            try (FileChannel channel = FileChannel.open(rejects, StandardOpenOption.WRITE)) {
                channel.truncate(feed.rejectsBytes());
            }
        }
    }
}
