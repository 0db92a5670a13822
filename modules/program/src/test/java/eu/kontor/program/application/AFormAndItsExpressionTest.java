package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.UsualCondition;
import eu.kontor.program.domain.ConditionForm;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form and its expression are one condition")
class AFormAndItsExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lines.count < 5",
                "lines.count < 5 || member.known",
                "(lines.count < 5 || member.known) && calendar.month in [12]",
                "member.known ? lines.count < 5 : true"
            })
    @DisplayName("What a form says comes back from what it wrote, with whatever else was written")
    void whatAFormSaysComesBack(String others) {
        UsualCondition form = new UsualCondition(
                Set.of("main"),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                Optional.of(new BigDecimal("12.5")),
                Optional.of("07:00"),
                Optional.of("24:00"),
                true,
                others);

        String written = ConditionForm.write(form);
        UsualCondition read = ConditionForm.read(written);

        assertThat(CelConditions.LANGUAGE.mistake(written)).isEmpty();
        assertThat(ConditionForm.write(read)).isEqualTo(written);
        assertThat(read.weekdays()).isEqualTo(form.weekdays());
        assertThat(read.fromAmount()).isEqualTo(form.fromAmount());
        assertThat(read.beforeTime()).isEqualTo(form.beforeTime());
        assertThat(read.firstVisit()).isTrue();
        assertThat(read.others().replace("(", "").replace(")", ""))
                .isEqualTo(others.replace("(", "").replace(")", ""));
    }

    @Test
    @DisplayName("Before a time is meant of purchases that have one")
    void beforeATime() {
        UsualCondition form = new UsualCondition(
                Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of("11:00"), false, "");

        assertThat(ConditionForm.write(form)).isEqualTo("calendar.time >= '00:00' && calendar.time < '11:00'");
    }

    @Test
    @DisplayName("What the form cannot show stays as it was written")
    void whatTheFormCannotShow() {
        UsualCondition read = ConditionForm.read("member.tier in ['gold'] && purchase.amount >= 5 && lines.has('tea')");

        assertThat(read.fromAmount()).contains(new BigDecimal("5"));
        assertThat(read.others()).isEqualTo("member.tier in ['gold'] && lines.has('tea')");
        assertThat(ConditionForm.read("")).isEqualTo(UsualCondition.ALWAYS);
    }
}
