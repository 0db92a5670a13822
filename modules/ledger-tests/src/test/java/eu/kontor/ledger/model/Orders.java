package eu.kontor.ledger.model;

import java.util.ArrayList;
import java.util.List;

/** In which orders so many things may have happened. */
final class Orders {

    private Orders() {}

    static List<List<Integer>> of(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : of(size - 1)) {
            for (int place = 0; place < size; place++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(place, size - 1);
                orders.add(order);
            }
        }
        return orders;
    }
}
