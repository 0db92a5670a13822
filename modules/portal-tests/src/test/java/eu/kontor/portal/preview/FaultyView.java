package eu.kontor.portal.preview;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.UploadWords;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.tenancy.api.DatabaseFailure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Everything that can go wrong in a view, by a press. */
@Route(value = "faulty", layout = MainLayout.class)
public final class FaultyView extends ViewFrame {

    private static final long serialVersionUID = 1L;

    /** What nobody may read on a page. */
    public static final String SECRET = "the row (card)=(6390120004100057) in relation purchase";

    private final transient BackgroundWork background;
    private final LineField field = new LineField("Note");

    @Inject
    public FaultyView(BackgroundWork background) {
        super("shell.error.failed");
        this.background = background;
        show(field, new PasswordField("Code"));
        press("echo", click -> show(new Div("The server has: " + field.getValue())));
        press("click", click -> {
            throw new IllegalStateException(SECRET);
        });
        press("database", click -> {
            throw away();
        });
        press(
                "push",
                click -> background.load(
                        click.getSource().getUI().orElseThrow(),
                        () -> {
                            throw new IllegalStateException(SECRET);
                        },
                        shown -> {}));
        press("list", click -> list());
        press("fetch", click -> fetch());
        press("awaited", click -> awaited());
        press("dialog", click -> dialog());
        Upload upload = new Upload(event -> {
            throw new IllegalStateException(SECRET);
        });
        upload.setI18n(UploadWords.in(getLocale(), new UploadWords.Field("Choose", "Drop", "Too large", "Wrong kind")));
        show(upload);
    }

    static RuntimeException away() {
        return new DatabaseFailure(new SQLException(SECRET, "08006"));
    }

    private void press(String name, ComponentEventListener<ClickEvent<Button>> action) {
        Button button = new Button(name, action);
        button.setId("fails-" + name);
        button.setDisableOnClick(name.equals("database"));
        show(button);
    }

    /** The second page of a list fails once. */
    private void list() {
        AtomicBoolean hasFailed = new AtomicBoolean();
        ListGrid<Integer> list = new ListGrid<>("faults", "Faults");
        list.words("number", "Number", String::valueOf);
        list.setHeight("20rem");
        list.show(
                CursorRows.begin((cursor, limit) -> {
                    int from = cursor.map(Integer::parseInt).orElse(0);
                    if (from > 0 && hasFailed.compareAndSet(false, true)) {
                        throw away();
                    }
                    List<Integer> rows =
                            IntStream.range(from, from + limit).boxed().toList();
                    return new Page<>(
                            rows, from + limit < 400 ? Optional.of(String.valueOf(from + limit)) : Optional.empty());
                }),
                () -> {});
        show(list);
    }

    private void fetch() {
        ListGrid<String> list = new ListGrid<>("fetched", "Fetched");
        list.words("word", "Word", word -> word);
        list.setItems(DataProvider.fromCallbacks(
                query -> {
                    throw new IllegalStateException(SECRET + query.getOffset() + query.getLimit());
                },
                query -> 100));
        show(list);
    }

    /** What takes longer than a click: fails the first time. */
    private void awaited() {
        AtomicBoolean hasFailed = new AtomicBoolean();
        Awaited place = new Awaited(background, 2);
        place.addClassName("awaited");
        show(place);
        place.ask(
                getUI().orElseThrow(),
                () -> {
                    if (hasFailed.compareAndSet(false, true)) {
                        throw away();
                    }
                    return "It came.";
                },
                text -> place.add(new Div(text)),
                refusal -> {});
    }

    private void dialog() {
        StayingDialog dialog = new StayingDialog("Note", "Keep", "Leave");
        LinesField reason = new LinesField("Reason");
        dialog.whenConfirmed(getLocale(), () -> {
            if (reason.getValue().isBlank()) {
                throw new Refusal(RefusalCode.NOT_PERMITTED);
            }
            throw away();
        });
        dialog.show(reason);
    }
}
