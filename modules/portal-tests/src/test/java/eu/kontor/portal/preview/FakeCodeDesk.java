package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.CodeDesk;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes every code but the easiest. */
@ApplicationScoped
public class FakeCodeDesk implements CodeDesk {

    @Override
    public void renew(Caller caller, Renewal renewal) {
        if (renewal.newCode().equals("123456")) {
            throw new Refusal(RefusalCode.CONFIRMATION_CODE_WEAK, "field", "confirmationCode");
        }
    }
}
