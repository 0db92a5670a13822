package eu.kontor.portal.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.i18n.UploadWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Where files are dropped; each streams straight to the inbox. */
final class DropPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MEBIBYTE = 1 << 20;
    /** Five million lines of a hundred bytes; larger ones come by SFTP, where a broken transfer can go on. */
    private static final int LARGEST_MEBIBYTES = 512;

    private final transient ImportsPresenter presenter;
    private final transient Caller caller;
    private final transient Consumer<FeedReceipt> whenReceived;
    private final transient Consumer<String> whenRefused;

    DropPanel(
            ImportsPresenter presenter,
            Caller caller,
            Consumer<FeedReceipt> whenReceived,
            Consumer<String> whenRefused) {
        this.presenter = presenter;
        this.caller = caller;
        this.whenReceived = whenReceived;
        this.whenRefused = whenRefused;
        addClassName("k-drop");
        String largest = LARGEST_MEBIBYTES + " MB";
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".gz", ".zip", ".xlsx");
        upload.setMaxFileSize(LARGEST_MEBIBYTES * MEBIBYTE);
        upload.setDropLabel(new Span(getTranslation("imports.drop")));
        upload.setUploadButton(new Button(getTranslation("imports.choose")));
        upload.setI18n(UploadWords.in(
                caller.language(),
                new UploadWords.Field(
                        getTranslation("imports.choose"),
                        getTranslation("imports.drop"),
                        getTranslation("imports.tooLarge", largest),
                        getTranslation("imports.wrongType"))));
        upload.addFileRejectedListener(rejected -> whenRefused.accept(rejected.getErrorMessage()));
        Span limit = new Span(getTranslation("imports.limit", largest));
        limit.addClassName("k-quiet");
        add(upload, limit);
    }

    /** Runs on the upload's own request; the browser window hears of the outcome. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            FeedReceipt receipt = presenter.receive(caller, event.getFileName(), content);
            ui.access(() -> whenReceived.accept(receipt));
        } catch (Refusal refusal) {
            ui.access(() -> whenRefused.accept(refusal.sentence(caller.language())));
            event.reject(refusal.sentence(caller.language()));
        } catch (IOException broken) {
            ui.access(() -> whenRefused.accept(getTranslation("imports.interrupted")));
            throw broken;
        }
    }
}
