package eu.kontor.portalkit.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.atmosphere.cpr.AtmosphereResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class APageThatWasLeftKeepsNobodyWaitingTest {

    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        closed.countDown();
    }

    @Test
    void whileItsSocketIsBeingClosed() throws InterruptedException {
        AtmospherePushConnection push = (AtmospherePushConnection) ServiceLoader.load(PushConnectionFactory.class)
                .findFirst()
                .orElseThrow()
                .apply(new UI());
        push.connect(socketThatIsSlowToClose());

        assertTimeoutPreemptively(Duration.ofSeconds(5), push::disconnect);

        assertThat(push.isConnected()).isFalse();
        assertThat(closing.await(10, TimeUnit.SECONDS))
                .as("it is closed all the same")
                .isTrue();
    }

    private AtmosphereResource socketThatIsSlowToClose() {
        return (AtmosphereResource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AtmosphereResource.class}, (socket, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closing.countDown();
                        closed.await();
                    }
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                });
    }
}
