package dev.orders.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * The door to {@code sun.misc.Signal}, the only way to hear a signal before the JVM acts on it.
 * Every JDK has it, but the compiler warns at each mention and cannot be told not to; hence by
 * name.
 */
final class SignalHook {

  private final Class<?> type;
  private final Class<?> handlerType;
  private final Method handle;
  private final Object signal;
  private final int number;

  private SignalHook(String name) throws ReflectiveOperationException {
    this.type = Class.forName("sun.misc.Signal");
    this.handlerType = Class.forName("sun.misc.SignalHandler");
    this.handle = type.getMethod("handle", type, handlerType);
    this.signal = type.getConstructor(String.class).newInstance(name);
    this.number = (int) type.getMethod("getNumber").invoke(signal);
  }

  /**
   * Listens to a signal in the JVM's place.
   *
   * @param name without {@code SIG}
   * @param action gets the signal's number, on a thread of its own
   * @return gives the signal back to whoever had it before
   */
  static Runnable listen(String name, IntConsumer action) {
    try {
      SignalHook hook = new SignalHook(name);
      Object before = hook.set(hook.handler(action));
      return () -> hook.giveBack(before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not hand out signals", e);
    }
  }

  private Object handler(IntConsumer action) {
    return Proxy.newProxyInstance(
        SignalHook.class.getClassLoader(),
        new Class<?>[] {handlerType},
        (self, method, arguments) -> {
          action.accept(number);
          return null;
        });
  }

  private Object set(Object handler) throws ReflectiveOperationException {
    return handle.invoke(null, signal, handler);
  }

  private void giveBack(Object before) {
    try {
      set(before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
