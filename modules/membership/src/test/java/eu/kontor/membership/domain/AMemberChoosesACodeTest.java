package eu.kontor.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AMemberChoosesACodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111", "121212", "122121", "123456", "654321", "890123", "210987", "123123", "112233", "224466",
                "123321", "240587", "052487", "870524", "290200", "198705", "051987", "202611"
            })
    void what_is_guessed_first_is_refused(String digits) {
        refused(digits, "", RefusalCode.CONFIRMATION_CODE_WEAK);
    }

    @Test
    void so_is_what_stands_in_the_members_own_phone_number() {
        refused("593718", "+351 96 59-37-18", RefusalCode.CONFIRMATION_CODE_WEAK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"471183", "904613", "730852", "593718"})
    void others_are_taken(String digits) {
        assertThat(ConfirmationCode.chosen(digits, "+351 910 000 000").digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "47118", "4711833", "47118a", ""})
    void it_has_six_digits(String digits) {
        refused(digits, "", RefusalCode.FIELD_MALFORMED);
    }

    @Test
    void older_ones_of_four_digits_are_compared_as_ever() {
        byte[] key = new byte[ConfirmationCode.KEY_BYTES];
        byte[] salt = new byte[ConfirmationCode.SALT_BYTES];
        ConfirmationCode old = new ConfirmationCode("4711");

        assertThat(old.matches(key, salt, old.hash(key, salt, false), false)).isTrue();
        assertThat(old.matches(key, salt, old.hash(key, salt, true), true)).isTrue();
        assertThat(old.matches(key, salt, old.hash(key, salt, true), false)).isFalse();
    }

    @Test
    void one_in_five_is_not_refused_at_random() {
        long weak = 0;
        for (int code = 0; code < 1_000_000; code += 7) {
            weak += WeakCodes.isWeak(String.format("%06d", code), "") ? 1 : 0;
        }
        assertThat(weak * 7).isLessThan(150_000);
    }

    private static void refused(String digits, String phone, RefusalCode why) {
        assertThatThrownBy(() -> ConfirmationCode.chosen(digits, phone))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(why));
    }
}
