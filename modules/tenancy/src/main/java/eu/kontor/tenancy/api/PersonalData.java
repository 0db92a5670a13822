package eu.kontor.tenancy.api;

import java.util.List;
import java.util.Optional;

/**
 * What one context holds about members; found through CDI. Each context says of its own tables what a member is given who asks for everything,
 * and what is done to them when a member is erased. A statement reads {@code :member}, and nothing else.
 */
public interface PersonalData {

    List<Part> parts();

    /** Under whose role the statements run. */
    enum Where {
        /** The operator's. */
        COALITION,
        /** Each brand's, one after the other. */
        EACH_BRAND
    }

    /**
     * @param name of the part in an export, such as {@code purchases}
     * @param tables that it covers, without a schema
     * @param export reads what the member is given, with columns named as in JSON; empty where nothing can be given
     * @param erase what is run when the member is erased; empty where the rows name nobody without the member's own row
     * @param underWay a row says that something is under way that was begun before {@code :asked} and may still write of the member
     */
    record Part(
            String name,
            Where where,
            List<String> tables,
            Optional<String> export,
            Optional<String> erase,
            Optional<String> underWay) {

        public Part {
            tables = List.copyOf(tables);
        }

        public static Part ofCoalition(String name, String... tables) {
            return new Part(
                    name, Where.COALITION, List.of(tables), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Part ofEachBrand(String name, String... tables) {
            return new Part(
                    name, Where.EACH_BRAND, List.of(tables), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** @param file as of {@link SqlFile#read} */
        public Part exportedBy(String file) {
            return new Part(name, where, tables, Optional.of(SqlFile.read(file)), erase, underWay);
        }

        /** @param file as of {@link SqlFile#read} */
        public Part erasedBy(String file) {
            return new Part(name, where, tables, export, Optional.of(SqlFile.read(file)), underWay);
        }

        /** @param file as of {@link SqlFile#read} */
        public Part endedBy(String file) {
            return new Part(name, where, tables, export, erase, Optional.of(SqlFile.read(file)));
        }
    }
}
