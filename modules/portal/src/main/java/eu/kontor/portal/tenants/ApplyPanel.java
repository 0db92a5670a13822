package eu.kontor.portal.tenants;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.binder.Binder;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Scrolling;
import eu.kontor.tenancy.api.TenantAdministration.Applied;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import eu.kontor.tenancy.api.TenantAdministration.InvalidConfiguration;
import eu.kontor.tenancy.api.TenantAdministration.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Applies the configuration: checked as a whole first, then step by step before one's eyes. */
final class ApplyPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** About as high as a short plan. */
    private static final int LINES_MEANWHILE = 5;

    private final transient TenantsPresenter presenter;
    private final transient ConfigurationSource folders;
    private final transient BackgroundWork background;
    private final transient Caller caller;
    private final LineField folder = new LineField();
    private final Button check = new Button();
    private final Div outcome = new Div();
    private final Binder<AtomicReference<Path>> binder = new Binder<>();
    private transient Runnable whenApplied = () -> {};

    ApplyPanel(TenantsPresenter presenter, ConfigurationSource folders, BackgroundWork background, Caller caller) {
        this.presenter = presenter;
        this.folders = folders;
        this.background = background;
        this.caller = caller;
        addClassName("k-form");
        outcome.addClassName("k-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        folder.setLabel(getTranslation("tenants.apply.folder"));
        folder.setValue(folders.configured().map(Path::toString).orElse(""));
        folder.setWidthFull();
        binder.forField(folder)
                .withValidator(typed -> !typed.isBlank(), getTranslation("tenants.apply.folderMissing"))
                .withConverter(typed -> Path.of(typed.strip()), Path::toString)
                .withValidator(folders::exists, getTranslation("tenants.apply.folderMissing"))
                .bind(AtomicReference::get, AtomicReference::set);
        folder.setReadOnly(true);
        check.setText(getTranslation("tenants.apply.check"));
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.addClickListener(click -> check());
        add(new Paragraph(getTranslation("tenants.apply.intro")), folder, check, outcome);
    }

    void whenApplied(Runnable action) {
        whenApplied = action;
    }

    private void check() {
        outcome.removeAll();
        AtomicReference<Path> chosen = new AtomicReference<>();
        if (binder.writeBeanIfValid(chosen)) {
            check(chosen.get());
        }
    }

    /** All files are read and compared, which may take longer than a click. */
    private void check(Path chosen) {
        Awaited looking = new Awaited(background, LINES_MEANWHILE);
        outcome.add(looking);
        getUI().ifPresent(ui -> looking.ask(
                ui,
                () -> presenter.look(caller, chosen),
                looked -> {
                    outcome.removeAll();
                    looked.plan()
                            .ifPresentOrElse(plan -> showPlan(plan, chosen), () -> showMistakes(looked.mistakes()));
                },
                refusal -> {
                    outcome.removeAll();
                    outcome.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language())));
                }));
    }

    private void showPlan(Plan plan, Path chosen) {
        if (plan.isEmpty()) {
            outcome.add(new Notice(Notice.Kind.SUCCESS, getTranslation("tenants.plan.nothing")));
            return;
        }
        Button apply = new Button(getTranslation("tenants.apply.now"), click -> apply(chosen, plan));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        outcome.add(
                new Notice(Notice.Kind.PLAIN, getTranslation("tenants.plan.lead")),
                new PlanTable(plan, caller.language()),
                apply);
    }

    private void showMistakes(List<FileMistake> mistakes) {
        DataTable table = new DataTable(getTranslation("tenants.apply.column.expected"))
                .headings(
                        Cell.words(getTranslation("tenants.apply.column.file")),
                        Cell.figure(getTranslation("tenants.apply.column.line")),
                        Cell.words(getTranslation("tenants.apply.column.expected")));
        for (FileMistake mistake : mistakes) {
            table.row(
                    Cell.words(mistake.file()),
                    Cell.figure(
                            mistake.line() == 0
                                    ? getTranslation("tenants.apply.wholeFile")
                                    : String.valueOf(mistake.line())),
                    Cell.words(mistake.expected()));
        }
        outcome.add(
                new Notice(
                        Notice.Kind.ERROR, Texts.counted("tenants.apply.mistakes", mistakes.size(), caller.language())),
                new Scrolling(getTranslation("tenants.apply.column.expected"), table));
    }

    private void apply(Path chosen, Plan shown) {
        UI ui = UI.getCurrent();
        outcome.removeAll();
        check.setEnabled(false);
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("tenants.apply.running"));
        OrderedList steps = new OrderedList();
        steps.addClassName("k-steps");
        outcome.add(new Paragraph(getTranslation("tenants.apply.running")), bar, steps);
        background.begin(() -> {
            try {
                List<Applied> applied =
                        presenter.apply(caller, chosen, shown, step -> ui.access(() -> steps.add(new ListItem(step))));
                ui.access(() -> showApplied(applied));
            } catch (InvalidConfiguration invalid) {
                ui.access(() -> failed(() -> showMistakes(invalid.mistakes())));
            } catch (Refusal refusal) {
                ui.access(() ->
                        failed(() -> outcome.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language())))));
            } catch (RuntimeException unexpected) {
                ui.access(() -> {
                    failed(() -> outcome.add(new Notice(
                            Notice.Kind.ERROR, getTranslation("tenants.apply.failed", unexpected.getMessage()))));
                    throw unexpected;
                });
            }
        });
    }

    private void failed(Runnable explanation) {
        outcome.removeAll();
        check.setEnabled(true);
        explanation.run();
    }

    private void showApplied(List<Applied> applied) {
        outcome.removeAll();
        check.setEnabled(true);
        Formats formats = Formats.in(caller.language());
        DataTable table = new DataTable(getTranslation("tenants.apply.done"));
        for (Applied file : applied) {
            table.row(
                    Cell.words(file.file()),
                    Cell.words(
                            Texts.all(caller.language()).getOrDefault("tenants.apply." + file.change(), file.change())),
                    Cell.figure(getTranslation("imports.millis", formats.count(file.milliseconds()))));
        }
        outcome.add(new Notice(Notice.Kind.SUCCESS, getTranslation("tenants.apply.done")), table);
        for (Applied file : applied) {
            file.notes()
                    .forEach(note -> outcome.add(
                            new Notice(Notice.Kind.WARNING, file.file() + ": " + note.text(caller.language()))));
        }
        whenApplied.run();
    }
}
