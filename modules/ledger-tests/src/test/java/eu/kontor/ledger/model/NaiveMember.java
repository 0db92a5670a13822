package eu.kontor.ledger.model;

import eu.kontor.ledger.api.TransferKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A member's pockets, in which every point ever earned lies as an object of its own, in the order of earning. */
final class NaiveMember {

    final TreeMap<Integer, NaivePocket> pockets = new TreeMap<>();
    final List<NaiveHold> holds = new ArrayList<>();
    final Map<Place, int[]> debts = new TreeMap<>();

    /** Who has the points; null for one that stands for itself. */
    NaiveMember person;
    /** Into whom it was merged. */
    NaiveMember into;
    /** How much had passed when it was merged. */
    int since;

    /** Points that came in together: from one purchase, or by one gift from one parcel of the giver. */
    static final class Parcel {
        final long posting;
        final Place issuer;
        final LocalDate issued;

        Parcel(long posting, Place issuer, LocalDate issued) {
            this.posting = posting;
            this.issuer = issuer;
            this.issued = issued;
        }

        @Override
        public String toString() {
            return "lot " + posting + " of " + issuer + " on " + issued;
        }
    }

    /** A purchase or gift, and who pays for its points. */
    record Source(long posting, Place funder) {}

    /** One point. */
    static final class Unit {
        final Parcel parcel;
        /** The day on which it runs out, and the day on which the member was told that it expires. */
        final Map<LocalDate, LocalDate> announced = new TreeMap<>();
        /** Empty while the member has it; else what became of it. */
        String fate = "";
        /** Through whose account it came, merged into this one. */
        NaiveMember broughtBy;

        int broughtAt;
        /** Whose point it is to be counted as. */
        Source from;

        Unit(Parcel parcel) {
            this.parcel = parcel;
            this.from = new Source(parcel.posting, parcel.issuer);
        }

        boolean isLeft() {
            return fate.isEmpty();
        }
    }

    static final class NaivePocket {
        final List<Unit> units = new ArrayList<>();
        int held;
        LocalDate visit;
        /** The only purchase or hold that was that visit; 0 if there was more. */
        long visitor;
        /** The visit before it. */
        LocalDate visitBefore;

        int available() {
            return (int) units.stream().filter(Unit::isLeft).count() - held;
        }

        void active(LocalDate day, long purchase) {
            if (visit == null || day.isAfter(visit)) {
                visitBefore = visit;
                visit = day;
                visitor = purchase;
            } else if (visit.equals(day)) {
                visitor = visitor == purchase ? visitor : 0;
            } else if (visitBefore == null || day.isAfter(visitBefore)) {
                visitBefore = day;
            }
        }

        /** False when all that happened here left no trace. */
        boolean isUsed() {
            return !units.isEmpty() || visit != null;
        }

        /**
         * The points that are next to leave shall be those of a purchase, as far as they are there; whose place they take are
         * the others' from now on.
         *
         * @return as many as were asked for
         */
        int bringToTheFront(Source purchase, int points) {
            List<Unit> left = units.stream().filter(Unit::isLeft).toList();
            List<Source> own = left.stream()
                    .map(unit -> unit.from)
                    .filter(purchase::equals)
                    .limit(points)
                    .toList();
            List<Source> others =
                    new ArrayList<>(left.stream().map(unit -> unit.from).toList());
            own.forEach(others::remove);
            List<Source> order = new ArrayList<>(own);
            order.addAll(others);
            for (int i = 0; i < left.size(); i++) {
                left.get(i).from = order.get(i);
            }
            return points;
        }

        int expiredOf(Source purchase) {
            return (int) units.stream()
                    .filter(unit -> unit.from.equals(purchase) && unit.fate.startsWith(TransferKind.EXPIRE.name()))
                    .count();
        }

        /** Those that are left, the oldest first. */
        List<Unit> oldest(int points) {
            return units.stream().filter(Unit::isLeft).limit(points).toList();
        }
    }

    /** A point that was redeemed out of a pocket. */
    record Redeemed(int months, Unit unit) {}

    static final class NaiveHold {
        final long number;
        final Place place;
        final Instant expires;
        final TreeMap<Integer, Integer> parts = new TreeMap<>();
        String end = "open";
        /** What its capture took, in the order in which it left. */
        final List<Redeemed> redeemed = new ArrayList<>();

        LocalDate captured;
        int returned;
        final List<String> returns = new ArrayList<>();

        NaiveHold(long number, Place place, Instant expires) {
            this.number = number;
            this.place = place;
            this.expires = expires;
        }

        int points() {
            return parts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** An outlet of a partner. */
    record Place(int tenant, int outlet) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::tenant)
                    .thenComparingInt(Place::outlet)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return tenant + "/" + outlet;
        }
    }

    NaivePocket pocket(int months) {
        return pockets.computeIfAbsent(months, fresh -> new NaivePocket());
    }

    /** Anywhere, into any pocket; null if there was none. */
    LocalDate lastVisit() {
        return pockets.values().stream()
                .map(pocket -> pocket.visit)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first activity of all counts, of whatever kind. */
    void active(int months, LocalDate day, boolean keepsAlive) {
        active(months, day, keepsAlive, 0);
    }

    void active(int months, LocalDate day, boolean keepsAlive, long purchase) {
        if (keepsAlive || lastVisit() == null) {
            pocket(months).active(day, purchase);
        }
        if (person != null) {
            person.active(months, day, keepsAlive, purchase);
        }
    }

    /** A purchase or redemption that is taken back was no visit, unless it was the first of all. */
    void wasNotHere(long purchase) {
        List<NaivePocket> own = pockets.values().stream()
                .filter(pocket -> pocket.visitor == purchase)
                .toList();
        boolean wasHereBefore = pockets.values().stream()
                .anyMatch(pocket -> (own.contains(pocket) ? pocket.visitBefore : pocket.visit) != null);
        if (wasHereBefore) {
            for (NaivePocket pocket : own) {
                pocket.visit = pocket.visitBefore;
                pocket.visitor = 0;
            }
        }
        if (person != null) {
            person.wasNotHere(purchase);
        }
    }

    int owed() {
        return debts.values().stream().mapToInt(debt -> debt[0] - debt[1]).sum();
    }

    /** Of the whole person. */
    int available() {
        return own() + (person == null ? 0 : person.own());
    }

    int own() {
        return pockets.values().stream().mapToInt(NaivePocket::available).sum();
    }

    NaiveMember inFront() {
        return person == null ? this : person;
    }
}
