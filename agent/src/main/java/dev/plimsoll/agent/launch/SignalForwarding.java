package dev.plimsoll.agent.launch;

import dev.plimsoll.core.runtime.Signal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Hands signals on to a child. The JDK names its interface for signals {@code sun.misc.Signal} and
 * warns of every mention, so it is reached by name. QUIT and USR1 belong to the virtual machine.
 */
final class SignalForwarding {
  private static final List<Signal> FORWARDED =
      List.of(
          Signal.TERM, Signal.INT, Signal.HUP, Signal.USR2, Signal.TTIN, Signal.TTOU, Signal.WINCH);

  private SignalForwarding() {}

  static void to(Child child) {
    for (Signal signal : FORWARDED) {
      try {
        forward(signal, child);
      } catch (InvocationTargetException _) {
        // The virtual machine was started with this one taken, as by nohup: it stays as it is.
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this Java has no sun.misc.Signal: use a full JDK 25", e);
      }
    }
  }

  private static void forward(Signal signal, Child child) throws ReflectiveOperationException {
    Class<?> signals = Class.forName("sun.misc.Signal");
    Class<?> handlers = Class.forName("sun.misc.SignalHandler");
    Object handler =
        Proxy.newProxyInstance(
            SignalForwarding.class.getClassLoader(),
            new Class<?>[] {handlers},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "handle" -> {
                    child.signal(signal);
                    yield null;
                  }
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> signal.name();
                });
    signals
        .getMethod("handle", signals, handlers)
        .invoke(null, signals.getConstructor(String.class).newInstance(signal.name()), handler);
  }
}
