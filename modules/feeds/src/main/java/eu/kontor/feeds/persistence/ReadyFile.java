package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.FeedMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A stored file made ready to be read line by line, and what had to be copied for that. */
public final class ReadyFile {

    private static final String ARRANGED = ".arranged";

    private final Path stored;
    private final Path copies;
    private final String storedName;
    private final String fileName;

    public ReadyFile(FeedFolders folders, String storedName, String fileName) {
        this.stored = folders.work().resolve(storedName);
        this.copies = folders.copies();
        this.storedName = storedName;
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
        return arranged(new FilePrePass(stored, fileName).inspect(mappings));
    }

    /** Goes on with a file that was inspected before. */
    public Opened reopen(List<FeedMapping> mappings) throws IOException {
        FilePrePass.Finding finding = new FilePrePass(stored, fileName).recognise(mappings);
        Path copy = copies.resolve(storedName + ARRANGED);
        return Files.exists(copy) ? new Opened(copy, finding.arranged()) : arranged(finding);
    }

    /** Once the file has ended. */
    public void discardCopies() throws IOException {
        Files.deleteIfExists(copies.resolve(storedName + ARRANGED));
    }

    private Opened arranged(FilePrePass.Finding finding) throws IOException {
        Path copy = copies.resolve(storedName + ARRANGED);
        boolean isCopied =
                finding.mapping().layout().hasTickets() && new TicketOrder(stored, finding, fileName).arrange(copy);
        return isCopied ? new Opened(copy, finding.arranged()) : new Opened(stored, finding);
    }
}
