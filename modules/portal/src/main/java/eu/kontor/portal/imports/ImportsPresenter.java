package eu.kontor.portal.imports;

import eu.kontor.feeds.api.Feeds;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Imports of the caller's brand: receive, watch, stop, go on, download what was refused. */
@Service
public class ImportsPresenter {

    private final Feeds feeds;

    @Inject
    public ImportsPresenter(Feeds feeds) {
        this.feeds = feeds;
    }

    public FeedReceipt receive(Caller caller, String fileName, InputStream content) throws IOException {
        return feeds.receive(caller, fileName, content);
    }

    /** Those that wait, run or were stopped, newest first: only the newest imports can be among them. */
    public List<FeedReceipt> unfinished(Caller caller) {
        return feeds.list(caller, Optional.empty(), Page.MAX_ROWS).rows().stream()
                .filter(receipt -> !isFinished(receipt))
                .toList();
    }

    /** Those that ended, newest first; a page may hold fewer rows than asked for. */
    public Page<FeedReceipt> finished(Caller caller, Optional<String> cursor, int limit) {
        Page<FeedReceipt> page = feeds.list(caller, cursor, limit);
        return new Page<>(
                page.rows().stream().filter(ImportsPresenter::isFinished).toList(), page.next());
    }

    /** Whether its counts are final. */
    public static boolean isFinished(FeedReceipt receipt) {
        return receipt.state().isEnd();
    }

    public FeedReceipt get(Caller caller, long feedId) {
        return feeds.get(caller, feedId);
    }

    public void stop(Caller caller, long feedId) {
        feeds.stop(caller, feedId);
    }

    public void resume(Caller caller, long feedId) {
        feeds.resume(caller, feedId);
    }

    /** For example {@code text/csv; charset=windows-1252}: the refused lines come as the file came. */
    public String rejectsType(Caller caller, long feedId) {
        return "text/csv; charset=" + feeds.rejectsEncoding(caller, feedId).name();
    }

    public void writeRejects(Caller caller, long feedId, OutputStream out) throws IOException {
        feeds.writeRejects(caller, feedId, out);
    }

    /** Whether its counts may still change without anyone doing something. */
    public static boolean isUnderWay(FeedReceipt receipt) {
        return receipt.state() == State.WAITING || receipt.state() == State.RUNNING;
    }

    /** Lines that earn nothing by their nature, over all reasons. */
    public static long skippedLines(FeedReceipt receipt) {
        return receipt.skipped().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The name under which the refused lines are saved: they can be corrected and dropped again under it. */
    public static String rejectsName(FeedReceipt receipt) {
        String name = receipt.fileName();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-rejects.csv";
    }
}
