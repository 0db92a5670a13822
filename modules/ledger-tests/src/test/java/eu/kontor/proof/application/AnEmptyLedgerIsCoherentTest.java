package eu.kontor.proof.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import org.junit.jupiter.api.Test;

class AnEmptyLedgerIsCoherentTest {

    @Test
    void before_its_first_window_is_opened() {
        KontorDatabase database = KontorDatabase.fresh();

        assertThat(new CheckedLedger(database).check.check().findings()).isEmpty();
        database.server().close();
    }
}
