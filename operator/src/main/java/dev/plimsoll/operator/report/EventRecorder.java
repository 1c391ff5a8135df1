package dev.plimsoll.operator.report;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.report.Notice.Nature;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what changed as Kubernetes events: a state once while it holds, and again after it had
 * ceased; a deed each time. The name of a state's event follows from what it says, so that a
 * restarted operator does not repeat itself. A failure to write one is logged and hinders nothing.
 */
public final class EventRecorder {
  private static final Logger log = LoggerFactory.getLogger(EventRecorder.class);
  private static final String COMPONENT = "plimsoll";

  /** The API server's bound. */
  private static final int LONGEST_MESSAGE = 1024;

  /** A name of 253 less the dot and sixteen digits. */
  private static final int LONGEST_NAME = 236;

  private final KubernetesClient client;
  private final Clock clock;
  private final Map<String, Set<Notice>> told = new ConcurrentHashMap<>();

  public EventRecorder(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Tells the deeds, and those of the states that did not hold at the last call for this budget.
   */
  public void tell(MemoryBudget budget, List<Notice> notices) {
    Set<Notice> now = Set.copyOf(notices);
    Set<Notice> before = told.put(budget.getMetadata().getUid(), now);
    for (Notice notice : new LinkedHashSet<>(notices)) {
      if (notice.nature() == Nature.HAPPENED) {
        write(budget, notice, time());
      } else if (before == null) {
        write(budget, notice, "");
      } else if (!before.contains(notice) && !write(budget, notice, "")) {
        // It had ceased, and an event tells of the time before.
        write(budget, notice, time());
      }
    }
  }

  /** Lets go of a budget that is gone. */
  public void forget(MemoryBudget budget) {
    told.remove(budget.getMetadata().getUid());
  }

  private String time() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** False where there is such an event already. */
  private boolean write(MemoryBudget budget, Notice notice, String distinction) {
    Event event = event(budget, notice, distinction);
    try {
      client.resource(event).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      log.atWarn()
          .addKeyValue("event", event.getMetadata().getName())
          .log("An event could not be written: {}", e.getMessage());
    }
    log.atInfo()
        .addKeyValue("namespace", budget.getMetadata().getNamespace())
        .addKeyValue("budget", budget.getMetadata().getName())
        .addKeyValue("reason", notice.reason())
        .log(notice.message());
    return true;
  }

  private Event event(MemoryBudget budget, Notice notice, String distinction) {
    String now = time();
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(budget.getMetadata().getNamespace())
        .withName(name(budget, notice, distinction))
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(budget.getApiVersion())
        .withKind(budget.getKind())
        .withNamespace(budget.getMetadata().getNamespace())
        .withName(budget.getMetadata().getName())
        .withUid(budget.getMetadata().getUid())
        .endInvolvedObject()
        .withType(notice.weight().text())
        .withReason(notice.reason())
        .withMessage(shortened(notice.message()))
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withCount(1)
        .withNewSource()
        .withComponent(COMPONENT)
        .endSource()
        .withReportingComponent(COMPONENT)
        .build();
  }

  private static String name(MemoryBudget budget, Notice notice, String distinction) {
    String said = budget.getMetadata().getUid() + notice.reason() + notice.message() + distinction;
    long digest =
        UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    String name = budget.getMetadata().getName();
    return "%s.%016x".formatted(name.substring(0, Math.min(name.length(), LONGEST_NAME)), digest);
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE - 3) + "...";
  }
}
