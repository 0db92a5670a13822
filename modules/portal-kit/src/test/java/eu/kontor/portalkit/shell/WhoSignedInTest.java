package eu.kontor.portalkit.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhoSignedInTest {

    @Test
    void rolesComeFromTheGroupsOfEachOrganization() {
        SignedInPerson person = ClaimsReader.read(
                """
                {"sub":"7f","name":"Wen Zhang","locale":"zh-CN","realm_access":{"roles":["default"]},
                 "organization":{"hotel":{"tenant_id":["1"],"groups":["/admin"]},
                                 "cafe":{"groups":["/front-desk","/finance"]}}}""");
        assertThat(person.name()).isEqualTo("Wen Zhang");
        assertThat(person.operator()).isFalse();
        assertThat(person.language())
                .hasValueSatisfying(l -> assertThat(l.getLanguage()).isEqualTo("zh"));
        assertThat(person.memberships())
                .extracting(SignedInPerson.Membership::alias)
                .containsExactlyInAnyOrder("hotel", "cafe");
        assertThat(person.memberships())
                .anySatisfy(one -> assertThat(one.roles()).containsExactlyInAnyOrder(Role.FRONT_DESK, Role.FINANCE));
    }

    @Test
    void theOperatorHasARoleOfTheRealm() {
        SignedInPerson person =
                ClaimsReader.read("{\"sub\":\"1\",\"preferred_username\":\"marta\",\"groups\":[\"operator\"]}");
        assertThat(person.operator()).isTrue();
        assertThat(person.name()).isEqualTo("marta");
        assertThat(person.memberships()).isEmpty();
    }

    @Test
    void aNameThatCannotBeKeptWithWhatAPersonDoesIsRefused() {
        assertThatThrownBy(() -> ClaimsReader.read("{\"sub\":\"1\",\"name\":\"a\\u0000b\"}"))
                .hasMessageContaining("token.name")
                .hasMessageContaining("U+0000");
        assertThatThrownBy(() -> ClaimsReader.read("{\"sub\":\"1\\u202e\",\"name\":\"a\"}"))
                .hasMessageContaining("token.sub");
    }

    @Test
    void anOrganizationCannotMakeAnOperator() {
        SignedInPerson person =
                ClaimsReader.read("{\"sub\":\"1\",\"organization\":{\"cafe\":{\"groups\":[\"/operator\"]}}}");
        assertThat(person.operator()).isFalse();
        assertThat(person.memberships()).isEmpty();
    }

    @Test
    void anOrganizationWithoutARoleOfOursCountsAsNone() {
        SignedInPerson person =
                ClaimsReader.read("{\"sub\":\"1\",\"organization\":{\"cafe\":{\"groups\":[\"/gardeners\"]}}}");
        assertThat(person.memberships()).isEmpty();
    }

    @Test
    void theTokenSaysWhenAndHowSomebodySignedIn() {
        SignedInPerson.Proof proof = ClaimsReader.read(
                        "{\"sub\":\"1\",\"iat\":1700000100,\"auth_time\":1700000000,\"amr\":[\"pwd\",\"otp\"]}")
                .proof();
        assertThat(proof.issued()).isEqualTo(Instant.ofEpochSecond(1_700_000_100));
        assertThat(proof.signedIn()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(proof.bySecondFactor()).isTrue();
    }

    @Test
    void whatTheTokenDoesNotSayIsNotProven() {
        assertThat(ClaimsReader.read("{\"sub\":\"1\",\"amr\":[\"pwd\"],\"acr\":\"2\"}")
                        .proof()
                        .bySecondFactor())
                .isFalse();
        assertThat(ClaimsReader.read("{\"sub\":\"1\"}").proof().signedIn()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void claimsWithoutASubjectAreNoPerson() {
        assertThatThrownBy(() -> ClaimsReader.read("{\"name\":\"x\"}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClaimsReader.read("no json")).isInstanceOf(IllegalArgumentException.class);
    }
}
