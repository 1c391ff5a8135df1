package dev.plimsoll.operator.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Optional;

/** The requests that are made about workloads, each under our manager's name. */
record WorkloadRequests(KubernetesClient client) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a workload from the API server, not from a cache. */
  Optional<Workload> read(String namespace, TargetRef target) {
    return Optional.ofNullable(resource(namespace, target).get()).map(Workload::of);
  }

  /**
   * Makes the request of a step.
   *
   * @return the workload as it is then
   */
  Workload send(Workload workload, Step step) {
    return switch (step) {
      case Step.Apply apply -> {
        PatchContext context = context(PatchType.SERVER_SIDE_APPLY);
        context.setForce(true);
        yield patch(workload, context, json(apply.object().toTree()));
      }
      case Step.Edit edit -> patch(workload, context(PatchType.JSON), edit.patch().toJson());
      case Step.Done _ -> workload;
    };
  }

  private Workload patch(Workload workload, PatchContext context, String body) {
    return Workload.of(resource(workload.namespace(), workload.ref()).patch(context, body));
  }

  private static PatchContext context(PatchType type) {
    PatchContext context = PatchContext.of(type);
    context.setFieldManager(FieldOwner.PLIMSOLL);
    return context;
  }

  private Resource<? extends HasMetadata> resource(String namespace, TargetRef target) {
    return switch (target.kind()) {
      case DEPLOYMENT -> client.apps().deployments().inNamespace(namespace).withName(target.name());
      case STATEFUL_SET ->
          client.apps().statefulSets().inNamespace(namespace).withName(target.name());
    };
  }

  private static String json(Map<String, Object> tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of maps and texts is always JSON", e);
    }
  }
}
