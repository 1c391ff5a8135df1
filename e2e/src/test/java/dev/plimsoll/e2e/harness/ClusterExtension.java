package dev.plimsoll.e2e.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Starts the cluster with the first test class, stops it after the last. */
final class ClusterExtension implements ParameterResolver, TestWatcher {
  private static final Namespace STORE = Namespace.create(ClusterExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Cluster.class || type == TestNamespace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class
        ? cluster(context)
        : namespace(context);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    FailureDump.of(cluster(context), namespace(context))
        .writeTo(context.getRequiredTestClass(), context.getDisplayName());
  }

  private static Cluster cluster(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(Cluster.class, key -> Cluster.start(), Cluster.class);
  }

  private static TestNamespace namespace(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(
            testClass,
            key -> TestNamespace.create(cluster(context), testClass),
            TestNamespace.class);
  }
}
