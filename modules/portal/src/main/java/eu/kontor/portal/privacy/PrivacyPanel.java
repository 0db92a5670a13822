package eu.kontor.portal.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.retention.api.Erasures.Erasure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** What a member may ask for: everything that is held, as a page or for machines; and that it be erased. */
public final class PrivacyPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient PrivacyPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient Runnable whenErased;
    private final MemberId member;

    /** @param whenErased shows the member anew */
    public PrivacyPanel(
            PrivacyPresenter presenter, Caller caller, MemberId member, Wording wording, Runnable whenErased) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
        this.whenErased = whenErased;
    }

    @Override
    protected Panel initContent() {
        Panel panel = new Panel(getTranslation("privacy.panel"));
        Optional<Erasure> erasure = presenter.erasure(caller, member);
        if (erasure.isPresent()) {
            panel.add(new Paragraph(ErasureWords.state(erasure.get(), wording)));
        }
        if (caller.provenLately()) {
            Div files = new Div(
                    file(
                            "privacy.file.page",
                            "html",
                            "text/html",
                            () -> presenter.page(caller, member, wording.language())),
                    file("privacy.file.json", "json", "application/json", () -> presenter.json(caller, member)));
            files.addClassName("k-data-files");
            panel.add(files);
        } else {
            panel.add(new Paragraph(getTranslation("privacy.signInAgain")));
        }
        if (erasure.isEmpty()) {
            Button erase = new Button(
                    getTranslation("privacy.erase"), click -> EraseDialog.open(this, wording.language(), this::erase));
            erase.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            panel.add(erase);
        }
        return panel;
    }

    private void erase(String reason) {
        Erasure erasure = presenter.erase(caller, member, reason);
        Notice.overPage(ErasureWords.state(erasure, wording));
        whenErased.run();
    }

    private Anchor file(String label, String ending, String type, Supplier<String> content) {
        DownloadHandler handler = event -> {
            byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
            event.setFileName("member-" + member.value() + "." + ending);
            event.setContentType(type + ";charset=UTF-8");
            event.getOutputStream().write(bytes);
        };
        Anchor anchor = new Anchor(handler, AttachmentType.DOWNLOAD, getTranslation(label));
        anchor.addClassName("k-button");
        return anchor;
    }
}
