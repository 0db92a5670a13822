package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ATakenPortTest {

    @Test
    void names_the_program_and_the_process_that_holds_it() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.isTaken(socket.getLocalPort())).isTrue();
            assertThat(new Ports(
                                    FreePort.find(),
                                    FreePort.find(),
                                    socket.getLocalPort(),
                                    FreePort.find(),
                                    FreePort.find())
                            .taken())
                    .singleElement()
                    .asString()
                    .startsWith(socket.getLocalPort() + " (java (process ");
            assertThat(PortOwner.of(socket.getLocalPort()))
                    .startsWith("java")
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void is_told_from_a_free_one() {
        assertThat(PortOwner.isTaken(FreePort.find())).isFalse();
    }

    @Test
    void is_found_by_its_listening_socket_only() {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:2378 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 111 1",
                "   1: 0100007F:2378 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1");

        assertThat(PortOwner.inode(table, 9080)).contains("222");
        assertThat(PortOwner.inode(table, 9081)).isEmpty();
    }

    @Test
    void is_not_given_twice() {
        assertThat(FreePort.find(2_000)).doesNotHaveDuplicates();
    }
}
