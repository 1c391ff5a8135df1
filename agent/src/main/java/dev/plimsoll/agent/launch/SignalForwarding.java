package dev.plimsoll.agent.launch;

import dev.plimsoll.core.runtime.Signal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands signals on to a child, those included that come before it is there. The JDK names its
 * interface for signals {@code sun.misc.Signal} and warns of every mention, so it is reached by
 * name. QUIT and USR1 belong to the virtual machine.
 */
final class SignalForwarding {
  private static final List<Signal> FORWARDED =
      List.of(
          Signal.TERM, Signal.INT, Signal.HUP, Signal.USR2, Signal.TTIN, Signal.TTOU, Signal.WINCH);

  private final List<Signal> early = new ArrayList<>();
  private Optional<Child> child = Optional.empty();

  private SignalForwarding() {}

  /** Catches signals from now on. */
  static SignalForwarding begin() {
    SignalForwarding forwarding = new SignalForwarding();
    for (Signal signal : FORWARDED) {
      try {
        forwarding.take(signal);
      } catch (InvocationTargetException _) {
        // The virtual machine was started with this one taken, as by nohup: it stays as it is.
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this Java has no sun.misc.Signal: use a full JDK 25", e);
      }
    }
    return forwarding;
  }

  /** Hands on what has come meanwhile, and what comes from now on. */
  synchronized void to(Child receiver) {
    child = Optional.of(receiver);
    early.forEach(receiver::signal);
    early.clear();
  }

  private synchronized void handle(Signal signal) {
    child.ifPresentOrElse(receiver -> receiver.signal(signal), () -> early.add(signal));
  }

  private void take(Signal signal) throws ReflectiveOperationException {
    Class<?> signals = Class.forName("sun.misc.Signal");
    Class<?> handlers = Class.forName("sun.misc.SignalHandler");
    Object handler =
        Proxy.newProxyInstance(
            SignalForwarding.class.getClassLoader(),
            new Class<?>[] {handlers},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "handle" -> {
                    handle(signal);
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
