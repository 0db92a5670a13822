package eu.kontor.portalkit.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.VaadinRequest;
import eu.kontor.kernel.Refusal;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;

/** A view that cannot be opened: not permitted, no tenant or a suspended one, signed out, or what was addressed does not exist. */
@ParentLayout(MainLayout.class)
public final class RefusedView extends ProblemView implements HasErrorParameter<Refusal> {

    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;
    private final transient SignedInCaller current;

    @Inject
    public RefusedView(SignIn signIn, SignedInCaller current) {
        this.signIn = signIn;
        this.current = current;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
        Refusal refusal = parameter.getException();
        switch (refusal.code()) {
            case NOT_PERMITTED -> notPermitted(refusal);
            case SECOND_FACTOR_NEEDED -> {
                String place = here(event);
                say(
                        getTranslation("shell.error.secondFactor"),
                        getTranslation("shell.error.secondFactorSentence"),
                        signIn.signInAgainAddress(place),
                        getTranslation("shell.error.signInWithIt"));
                offer(signIn.setUpSecondFactorAddress(place), getTranslation("shell.error.setItUp"));
                offer(signIn.signOutAddress(), getTranslation("shell.signOut"));
            }
            case NO_TENANT ->
                say(
                        getTranslation("shell.error.noTenant"),
                        getTranslation("shell.error.noTenantSentence"),
                        signIn.signOutAddress(),
                        getTranslation("shell.signOut"));
            case TENANT_SUSPENDED ->
                say(
                        getTranslation(
                                "shell.error.suspended",
                                current.chosen().map(Tenant::name).orElse("")),
                        getTranslation("shell.error.suspendedSentence"),
                        event.getLocation().getPathWithQueryParameters(),
                        getTranslation("shell.error.tryAgain"));
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

    private static String here(BeforeEnterEvent event) {
        String place = event.getLocation().getPathWithQueryParameters();
        String context = VaadinRequest.getCurrent().getContextPath();
        return TabBrand.current()
                        .map(brand -> TabBrand.address(context, brand.slug()))
                        .orElse(context + '/')
                + place;
    }

    private void notPermitted(Refusal refusal) {
        if (current.isTabOfAnother()) {
            say(
                    getTranslation("shell.error.otherBrand"),
                    getTranslation("shell.error.otherBrandSentence"),
                    VaadinRequest.getCurrent().getContextPath() + '/',
                    getTranslation("shell.error.toYourBrand"));
        } else {
            say(getTranslation("shell.error.notPermitted"), refusal.sentence(getLocale()));
        }
    }
}
