package eu.kontor.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.kontor.kernel.CellText;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

/** Whoever writes a table for people knows what a spreadsheet does with text. */
class EveryCellThatLeavesIsHarmlessTest {

    @Test
    void whoever_prints_a_table_marks_what_looks_like_a_formula() {
        classes()
                .that(print())
                .should(know())
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("eu.kontor"));
    }

    /** Itself or with its nested classes. */
    private static ArchCondition<JavaClass> know() {
        return new ArchCondition<>("use CellText") {
            @Override
            public void check(JavaClass printer, ConditionEvents events) {
                boolean isKnown = printer.getPackage().getClasses().stream()
                        .filter(type -> type.equals(printer) || type.getName().startsWith(printer.getName() + "$"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(CellText.class));
                events.add(new SimpleConditionEvent(printer, isKnown, printer.getName() + " prints cells as they are"));
            }
        };
    }

    private static DescribedPredicate<JavaClass> print() {
        return DescribedPredicate.describe("construct a CSVPrinter", type -> type.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(CSVPrinter.class)));
    }
}
