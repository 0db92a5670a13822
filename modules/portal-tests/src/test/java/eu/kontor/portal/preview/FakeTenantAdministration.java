package eu.kontor.portal.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.settlement.application.ContractSection;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.TenantAdministration;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A configuration in which one file changed. */
@ApplicationScoped
public class FakeTenantAdministration implements TenantAdministration {

    @Override
    public List<Applied> apply(Caller caller, Path folder, Consumer<String> progress) {
        progress.accept("Reading coalition.yaml");
        progress.accept("Applying tenants/vinilo.yaml");
        return List.of(
                new Applied("coalition.yaml", "unchanged", 3),
                new Applied(
                        "tenants/vinilo.yaml",
                        "changed",
                        240,
                        List.of(Phrase.of("decided-in-the-browser", "base-rate/USD"))));
    }

    @Override
    public List<Applied> apply(Caller caller, Path folder, String fingerprint, Consumer<String> progress) {
        return apply(caller, folder, progress);
    }

    @Override
    public Plan plan(Caller caller, Path folder, Optional<TenantSlug> only) {
        SectionWords words = new SectionWords(ContractSection.class, "words");
        return new Plan(
                "f1",
                List.of(
                        new FileChange("coalition.yaml", "unchanged", List.of()),
                        new FileChange(
                                "tenants/vinilo.yaml",
                                "changed",
                                List.of(new SectionChange(
                                        "contract",
                                        language -> words.title("contract", language),
                                        words.between("contract", contract("0.0100", 30), contract("0.0095", 14)))))));
    }

    private static JsonNode contract(String price, int days) {
        ObjectNode contract = JsonNodeFactory.instance.objectNode().put("paymentDays", days);
        contract.putArray("terms")
                .addObject()
                .put("validFrom", "2026-01-01")
                .put("pricePerPointIssued", new BigDecimal(price));
        return contract;
    }

    @Override
    public List<FileMistake> check(Caller caller, Path folder) {
        return List.of(new FileMistake("tenants/vinilo.yaml", 14, "a currency code of three letters, such as EUR"));
    }

    @Override
    public void suspend(Caller caller, TenantSlug slug) {}

    @Override
    public void resume(Caller caller, TenantSlug slug) {}

    @Override
    public void remove(Caller caller, TenantSlug slug, String confirmation) {}
}
