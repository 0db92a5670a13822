package eu.kontor.it.privacy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.kontor.tenancy.api.PersonalData;
import java.util.List;

/** All of the house that say what they hold of members, as the server finds them. */
final class PersonalContexts {

    private static final List<PersonalData> ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("eu.kontor").stream()
                    .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
                    .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                    .map(PersonalContexts::instance)
                    .toList();

    private PersonalContexts() {}

    static List<PersonalData> all() {
        return ALL;
    }

    private static PersonalData instance(JavaClass type) {
        try {
            return (PersonalData) type.reflect().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName() + " needs something to be made of", e);
        }
    }
}
