package eu.kontor.outbox.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.api.OutwardHandler;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who handles what. A message of a topic that nobody handles is deleted. */
@Service
public class Handlers {

    private final Map<String, List<MessageHandler>> inside;
    private final Map<String, List<OutwardHandler<?>>> outward;

    @Inject
    public Handlers(Instance<MessageHandler> inside, Instance<OutwardHandler<?>> outward) {
        this(inside.stream().toList(), outward.stream().toList());
    }

    public Handlers(List<? extends MessageHandler> inside, List<? extends OutwardHandler<?>> outward) {
        this.inside = inside.stream().collect(Collectors.groupingBy(MessageHandler::topic));
        this.outward = outward.stream().collect(Collectors.groupingBy(OutwardHandler::topic));
    }

    boolean leavesTheHouse(String topic) {
        return outward.containsKey(topic);
    }

    List<OutwardHandler<?>> outwards(String topic) {
        return outward.getOrDefault(topic, List.of());
    }

    /** Whether what follows under its key may be handled although a message of this topic was not. */
    boolean mayBeOvertaken(String topic) {
        return inside.getOrDefault(topic, List.of()).stream().allMatch(MessageHandler::mayBeOvertaken)
                && outwards(topic).stream().allMatch(OutwardHandler::mayBeOvertaken);
    }

    void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
        Map<String, List<Message>> byTopic = messages.stream()
                .collect(Collectors.groupingBy(Message::topic, LinkedHashMap::new, Collectors.toList()));
        byTopic.forEach((topic, ofTopic) ->
                inside.getOrDefault(topic, List.of()).forEach(handler -> handler.handle(unit, tenant, ofTopic)));
    }
}
