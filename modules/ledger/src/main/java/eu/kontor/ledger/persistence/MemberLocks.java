package eu.kontor.ledger.persistence;

import java.util.List;

/** Where members are locked: numbers of advisory locks, in the one order in which everybody takes them. */
final class MemberLocks {

    private MemberLocks() {}

    static int of(long member) {
        return Long.hashCode(member);
    }

    /** @return each once; members whose numbers fold to one place share a lock, which costs a wait and nothing else */
    static int[] of(List<Long> members) {
        return members.stream().mapToInt(MemberLocks::of).sorted().distinct().toArray();
    }
}
