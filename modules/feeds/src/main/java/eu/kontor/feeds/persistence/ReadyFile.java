package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.files.api.PlainFile;
import eu.kontor.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A stored file made ready to be read line by line, and what had to be copied for that. */
public final class ReadyFile {

    private static final String ARRANGED = ".arranged";
    private static final String PLAIN = ".plain";

    private final PlainFile file;
    private final Path plainCopy;
    private final Path arrangedCopy;
    private final String fileName;

    public ReadyFile(FeedFolders folders, String storedName, String fileName) {
        this.file = new PlainFile(folders.work().resolve(storedName), fileName);
        this.plainCopy = folders.copies().resolve(storedName + PLAIN);
        this.arrangedCopy = folders.copies().resolve(storedName + ARRANGED);
        this.fileName = fileName;
    }

    /** @param file where the lines are that {@code finding} is about */
    public record Opened(Path file, FilePrePass.Finding finding) {}

    /**
     * Looks at a file for the first time, to its last byte.
     *
     * @throws eu.kontor.kernel.Refusal when it cannot be read as a whole
     */
    public Opened inspect(List<FeedMapping> mappings) throws IOException {
        PlainFile.Plain plain = file.make(plainCopy);
        return arranged(plain, new FilePrePass(plain, fileName).inspect(mappings));
    }

    /** Goes on with a file that was inspected before. */
    public Opened reopen(List<FeedMapping> mappings) throws IOException {
        Optional<PlainFile.Plain> made = file.made(plainCopy);
        PlainFile.Plain plain = made.isPresent() ? made.get() : file.make(plainCopy);
        FilePrePass.Finding finding = new FilePrePass(plain, fileName).recognise(mappings);
        return Files.exists(arrangedCopy) ? new Opened(arrangedCopy, finding.arranged()) : arranged(plain, finding);
    }

    /** Of a file that nothing reads; empty when it is no table at all. */
    public Optional<FileSample> sample() throws IOException {
        try {
            return FileSample.of(file.make(plainCopy));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** Once the file has ended. */
    public void discardCopies() throws IOException {
        PlainFile.discard(plainCopy);
        Files.deleteIfExists(arrangedCopy);
    }

    private Opened arranged(PlainFile.Plain plain, FilePrePass.Finding finding) throws IOException {
        boolean isCopied = finding.mapping().layout().hasTickets()
                && new TicketOrder(plain.file(), finding, fileName).arrange(arrangedCopy);
        return isCopied ? new Opened(arrangedCopy, finding.arranged()) : new Opened(plain.file(), finding);
    }
}
