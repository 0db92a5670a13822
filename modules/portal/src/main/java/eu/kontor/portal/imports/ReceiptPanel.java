package eu.kontor.portal.imports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** The receipt of one import: every line of the file is accounted for, what it posted, how long it took. */
final class ReceiptPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;
    private final transient DownloadHandler rejects;

    ReceiptPanel(FeedReceipt receipt, Wording wording, DownloadHandler rejects) {
        this.wording = wording;
        this.rejects = rejects;
        addClassName("k-receipt");
        update(receipt);
    }

    void update(FeedReceipt receipt) {
        removeAll();
        add(new StateBadge(receipt, wording.language()));
        receipt.refusal()
                .ifPresent(
                        why -> add(new Notice(Notice.Kind.ERROR, getTranslation(title(receipt.state())) + ". " + why)));
        if (receipt.state() != State.REFUSED) {
            add(account(receipt));
        }
        if (receipt.linesRefused() > 0) {
            add(new Paragraph(Texts.counted("imports.rejects.text", receipt.linesRefused(), wording.language())));
            Anchor download = new Anchor(rejects, AttachmentType.DOWNLOAD, getTranslation("imports.rejects"));
            download.addClassName("k-button");
            add(download);
        }
        if (receipt.linesHeld() > 0) {
            add(new Paragraph(Texts.counted("imports.held.text", receipt.linesHeld(), wording.language())));
            add(new RouterLink(getTranslation("imports.held.title"), HeldView.class));
        }
        if (!receipt.columnsRepeated().isEmpty()) {
            add(new Paragraph(getTranslation("imports.columnsRepeated", String.join(", ", receipt.columnsRepeated()))));
        }
        add(facts(receipt));
    }

    private static String title(State state) {
        return state == State.FAILED ? "imports.failed.title" : "imports.refused.title";
    }

    private DataTable account(FeedReceipt receipt) {
        String title = ImportsPresenter.isUnderWay(receipt) || receipt.state() == State.STOPPED
                ? "imports.receipt.sumRunning"
                : "imports.receipt.sum";
        DataTable table = new DataTable(getTranslation(title));
        table.row(words("posted"), count(receipt.linesPosted()));
        if (receipt.linesCorrected() > 0) {
            table.row(words("corrected"), count(receipt.linesCorrected()));
        }
        table.row(words("known"), count(receipt.linesKnown()));
        table.row(words("refused"), count(receipt.linesRefused()));
        if (receipt.linesHeld() > 0) {
            table.row(words("held"), count(receipt.linesHeld()));
        }
        table.row(words("skipped"), count(ImportsPresenter.skippedLines(receipt)));
        new TreeMap<>(receipt.skipped())
                .forEach((reason, lines) -> table.subRow(Cell.words(reasonName(reason)), count(lines)));
        table.total(words("read"), count(receipt.linesRead()));
        return table;
    }

    private DescriptionList facts(FeedReceipt receipt) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("k-facts");
        if (receipt.state() != State.REFUSED) {
            fact(facts, "purchases", wording.formats().count(receipt.purchases()));
            fact(facts, "points", wording.formats().points(receipt.points()), wording.pointsName());
        }
        fact(facts, "duration", Durations.of(Duration.ofMillis(receipt.durationMillis()), wording.language()));
        long rate = ImportProgress.of(receipt).linesPerSecond();
        if (rate > 0) {
            fact(
                    facts,
                    "rate",
                    getTranslation("imports.progress.rate", wording.formats().count(rate)));
        }
        if (!receipt.format().isBlank()) {
            fact(facts, "format", formatName(receipt.format()));
        }
        fact(facts, "received", exactly(receipt.receivedAt()));
        receipt.finishedAt().ifPresent(at -> fact(facts, "finished", exactly(at)));
        fact(facts, "number", String.valueOf(receipt.id()));
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value, Object... inTerm) {
        facts.add(new Term(getTranslation("imports.receipt." + key, inTerm)), new Description(value));
    }

    private String exactly(Instant moment) {
        return wording.formats().momentNear(moment, wording.clock().instant(), wording.zone());
    }

    private String formatName(String format) {
        String key = "imports.format." + format;
        return Texts.all(wording.language()).getOrDefault(key, format);
    }

    private String reasonName(String reason) {
        return Texts.all(wording.language()).getOrDefault("imports.skip." + reason, reason);
    }

    private Cell words(String key) {
        return Cell.words(getTranslation("imports.receipt." + key));
    }

    private Cell count(long lines) {
        return Cell.figure(wording.formats().count(lines));
    }
}
