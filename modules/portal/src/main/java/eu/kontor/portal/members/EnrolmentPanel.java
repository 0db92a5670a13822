package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.kontor.kernel.Refusal;
import eu.kontor.portal.members.MembersPresenter.Enrolled;
import eu.kontor.portal.members.MembersPresenter.EnrolmentForm;
import eu.kontor.portalkit.forms.AddressField;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.look.Notice;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is asked of a new member; a mistake is said beside its field and nothing typed is lost. */
public final class EnrolmentPanel extends Div {

    private static final long serialVersionUID = 1L;
    /** As membership keeps them. */
    private static final String CODE = "\\d{6}";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CODE = 6;

    private final LineField givenName = new LineField(getTranslation("members.enrol.givenName"));
    private final LineField familyName = new LineField(getTranslation("members.enrol.familyName"));
    private final LineField phone = new LineField(getTranslation("members.enrol.phone"));
    private final AddressField email = new AddressField(getTranslation("members.enrol.email"));
    private final Select<Locale> language = new Select<>();
    private final PasswordField code = new PasswordField(getTranslation("members.enrol.code"));
    private final Checkbox contactShown = new Checkbox(getTranslation("members.enrol.contactShown"));
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();
    private transient Consumer<Enrolled> whenEnrolled = enrolled -> {};

    private static final class Typed {
        private String givenName;
        private String familyName;
        private String phone;
        private String email;
        private Locale language;
        private String code;
        private Boolean contactShown;

        EnrolmentForm form() {
            return new EnrolmentForm(
                    givenName, familyName, phone, email, language, code, Boolean.TRUE.equals(contactShown));
        }
    }

    /** @param consentText to what the guest agrees who lets contact data be seen, in the guest's language */
    public EnrolmentPanel(
            Locale ownLanguage, Function<Locale, String> consentText, Function<EnrolmentForm, Enrolled> enrol) {
        addClassName("k-form");
        givenName.setMaxLength(LONGEST_NAME);
        familyName.setMaxLength(LONGEST_NAME);
        phone.setAutocomplete(Autocomplete.OFF);
        phone.getElement().setAttribute("inputmode", "tel");
        language.setLabel(getTranslation("members.enrol.language"));
        language.setItems(Languages.all());
        language.setItemLabelGenerator(Languages::nameOf);
        language.setValue(Languages.nearest(ownLanguage).orElse(Languages.ENGLISH));
        Paragraph agreedTo = new Paragraph(consentText.apply(language.getValue()));
        agreedTo.addClassName("k-quote");
        agreedTo.getElement().setAttribute("lang", language.getValue().toLanguageTag());
        language.addValueChangeListener(change -> {
            agreedTo.setText(consentText.apply(change.getValue()));
            agreedTo.getElement().setAttribute("lang", change.getValue().toLanguageTag());
        });
        code.setHelperText(getTranslation("members.enrol.codeHelp"));
        code.setMaxLength(LONGEST_CODE);
        code.setAllowedCharPattern("\\d");
        code.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.setRequiredIndicatorVisible(true);
        bind();
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
                contactShown,
                agreedTo,
                notice,
                save);
    }

    public void whenEnrolled(Consumer<Enrolled> action) {
        whenEnrolled = action;
    }

    /** What was typed to find the guest is not typed again. */
    public void propose(String searched) {
        SearchedPerson person = SearchedPerson.in(searched);
        givenName.setValue(person.givenName());
        familyName.setValue(person.familyName());
        phone.setValue(person.phone());
        email.setValue(person.email());
    }

    /** To the first that is still missing. */
    public void focus() {
        if (givenName.isEmpty()) {
            givenName.focus();
        } else if (familyName.isEmpty()) {
            familyName.focus();
        } else {
            phone.focus();
        }
    }

    private void bind() {
        String nameMissing = getTranslation("members.enrol.nameMissing");
        givenName.setRequiredIndicatorVisible(true);
        familyName.setRequiredIndicatorVisible(true);
        binder.forField(givenName)
                .withValidator(name -> !name.isBlank(), nameMissing)
                .bind(typed -> typed.givenName, (typed, name) -> typed.givenName = name);
        binder.forField(familyName)
                .withValidator(name -> !name.isBlank(), nameMissing)
                .bind(typed -> typed.familyName, (typed, name) -> typed.familyName = name);
        binder.forField(phone).bind(typed -> typed.phone, (typed, number) -> typed.phone = number);
        email.setI18n(
                new EmailField.EmailFieldI18n().setPatternErrorMessage(getTranslation("members.enrol.emailWrong")));
        binder.forField(email).bind(typed -> typed.email, (typed, address) -> typed.email = address);
        binder.forField(language).bind(typed -> typed.language, (typed, chosen) -> typed.language = chosen);
        contactShown.setHelperText(getTranslation("members.enrol.contactShownHelp"));
        binder.forField(contactShown).bind(typed -> typed.contactShown, (typed, agrees) -> typed.contactShown = agrees);
        binder.forField(code)
                .withValidator(digits -> digits.matches(CODE), getTranslation("members.enrol.codeWrong"))
                .bind(typed -> typed.code, (typed, digits) -> typed.code = digits);
    }

    private void save(Function<EnrolmentForm, Enrolled> enrol) {
        notice.hide();
        Typed typed = new Typed();
        if (!binder.read(typed)) {
            return;
        }
        try {
            whenEnrolled.accept(enrol.apply(typed.form()));
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    /** Beside the field that it is about, where the cursor then is; else below the fields. */
    private void say(Refusal refusal) {
        String sentence = refusal.sentence(getLocale());
        switch (String.valueOf(refusal.details().get("field"))) {
            case "givenName" -> say(givenName, sentence);
            case "familyName" -> say(familyName, sentence);
            case "phone" -> say(phone, sentence);
            case "email" -> say(email, sentence);
            case "confirmationCode" -> {
                code.clear();
                say(code, sentence);
            }
            default -> notice.error(sentence);
        }
    }

    private static <F extends Component & HasValidationProperties & Focusable<?>> void say(F field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
    }
}
