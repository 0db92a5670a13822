package eu.kontor.portal.members;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.kernel.Refusal;
import eu.kontor.portal.members.MembersPresenter.Enrolled;
import eu.kontor.portal.members.MembersPresenter.EnrolmentForm;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.look.Notice;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is asked of a new member; a mistake is said beside its field and nothing typed is lost. */
public final class EnrolmentPanel extends Div {

    private static final long serialVersionUID = 1L;
    /** As membership keeps them. */
    private static final String CODE = "\\d{4,6}";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CODE = 6;

    private final TextField givenName = new TextField(getTranslation("members.enrol.givenName"));
    private final TextField familyName = new TextField(getTranslation("members.enrol.familyName"));
    private final TextField phone = new TextField(getTranslation("members.enrol.phone"));
    private final EmailField email = new EmailField(getTranslation("members.enrol.email"));
    private final Select<Locale> language = new Select<>();
    private final PasswordField code = new PasswordField(getTranslation("members.enrol.code"));
    private final Notice notice = new Notice();
    private transient Consumer<Enrolled> whenEnrolled = enrolled -> {};

    public EnrolmentPanel(Locale ownLanguage, Function<EnrolmentForm, Enrolled> enrol) {
        addClassName("k-form");
        givenName.setMaxLength(LONGEST_NAME);
        familyName.setMaxLength(LONGEST_NAME);
        givenName.setRequiredIndicatorVisible(true);
        familyName.setRequiredIndicatorVisible(true);
        phone.setAutocomplete(Autocomplete.OFF);
        phone.getElement().setAttribute("inputmode", "tel");
        email.setErrorMessage(getTranslation("members.enrol.emailWrong"));
        language.setLabel(getTranslation("members.enrol.language"));
        language.setItems(Languages.all());
        language.setItemLabelGenerator(Languages::nameOf);
        language.setValue(Languages.nearest(ownLanguage).orElse(Languages.ENGLISH));
        code.setHelperText(getTranslation("members.enrol.codeHelp"));
        code.setMaxLength(LONGEST_CODE);
        code.setAllowedCharPattern("\\d");
        code.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.setRequiredIndicatorVisible(true);
        Button save = new Button(getTranslation("members.enrol.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            save(enrol);
            save.setEnabled(true);
        });
        add(
                new Paragraph(getTranslation("members.enrol.intro")),
                givenName,
                familyName,
                phone,
                email,
                language,
                code,
                notice,
                save);
    }

    public void whenEnrolled(Consumer<Enrolled> action) {
        whenEnrolled = action;
    }

    public void focus() {
        givenName.focus();
    }

    private void save(Function<EnrolmentForm, Enrolled> enrol) {
        notice.hide();
        if (!complete()) {
            return;
        }
        try {
            whenEnrolled.accept(enrol.apply(new EnrolmentForm(
                    givenName.getValue(),
                    familyName.getValue(),
                    phone.getValue(),
                    email.getValue(),
                    language.getValue(),
                    code.getValue())));
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(getLocale()));
        }
    }

    private boolean complete() {
        boolean given = mark(givenName, !givenName.getValue().isBlank());
        boolean family = mark(familyName, !familyName.getValue().isBlank());
        boolean chosen = code.getValue().matches(CODE);
        code.setErrorMessage(getTranslation("members.enrol.codeWrong"));
        code.setInvalid(!chosen);
        return given && family && chosen && !email.isInvalid();
    }

    private boolean mark(TextField field, boolean filled) {
        field.setErrorMessage(getTranslation("members.enrol.nameMissing"));
        field.setInvalid(!filled);
        return filled;
    }
}
