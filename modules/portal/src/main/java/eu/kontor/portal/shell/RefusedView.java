package eu.kontor.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import eu.kontor.kernel.Refusal;
import jakarta.inject.Inject;

/** A view that cannot be opened: not permitted, no tenant, signed out, or what was addressed does not exist. */
@ParentLayout(MainLayout.class)
public final class RefusedView extends ProblemView implements HasErrorParameter<Refusal> {

    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;

    @Inject
    public RefusedView(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
        Refusal refusal = parameter.getException();
        switch (refusal.code()) {
            case NOT_PERMITTED -> say(getTranslation("shell.error.notPermitted"), refusal.sentence(getLocale()));
            case NO_TENANT ->
                say(
                        getTranslation("shell.error.noTenant"),
                        getTranslation("shell.error.noTenantSentence"),
                        signIn.signOutAddress(),
                        getTranslation("shell.signOut"));
            case NOT_SIGNED_IN ->
                say(
                        getTranslation("shell.error.signedOut"),
                        getTranslation("shell.error.signedOutSentence"),
                        signIn.signOutAddress(),
                        getTranslation("shell.error.signIn"));
            default -> say(getTranslation("shell.error.refused"), refusal.sentence(getLocale()));
        }
        return refusal.code().httpStatus();
    }
}
