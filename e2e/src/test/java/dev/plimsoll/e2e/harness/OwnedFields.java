package dev.plimsoll.e2e.harness;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an entry of managedFields is about, as paths. */
public final class OwnedFields {
  private OwnedFields() {}

  /** The paths that end there, sorted. */
  public static List<String> of(ManagedFieldsEntry entry) {
    Map<String, Object> tree =
        new ObjectMapper()
            .convertValue(entry.getFieldsV1(), new TypeReference<Map<String, Object>>() {});
    List<String> paths = new ArrayList<>();
    collect("", tree, paths);
    return paths;
  }

  private static void collect(String path, Map<?, ?> tree, List<String> paths) {
    if (tree.isEmpty()) {
      paths.add(path);
    }
    new TreeMap<Object, Object>(tree)
        .forEach((key, value) -> collect(path + "/" + key, (Map<?, ?>) value, paths));
  }
}
