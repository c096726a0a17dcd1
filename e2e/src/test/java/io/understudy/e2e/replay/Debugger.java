package io.understudy.e2e.replay;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.IOException;
import java.util.Map;

/** A debugger, as an IDE is one: by JDWP, with all threads stopped at a breakpoint. */
final class Debugger {
  private static final long STOP_MILLIS = 20;

  private final VirtualMachine machine;

  private Debugger(VirtualMachine machine) {
    this.machine = machine;
  }

  /**
   * Attaches to a JVM that waits for its debugger.
   *
   * @param said what the JVM has printed; ends with the port that it listens at
   */
  static Debugger attach(String said) throws IOException, IllegalConnectorArgumentsException {
    String port = said.strip().substring(said.strip().lastIndexOf(' ') + 1);
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(c -> c.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(port);
    return new Debugger(connector.attach(arguments));
  }

  /**
   * Lets it run to its end, and stops it whenever a method is entered.
   *
   * @param times after so many stops it is left alone
   * @return how often it was stopped
   */
  int stopIn(String className, String method, int times) throws InterruptedException {
    ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter(className);
    prepared.enable();
    int stops = 0;
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent loaded) {
            breakpoint(loaded.referenceType(), method);
          } else if (event instanceof BreakpointEvent at) {
            Thread.sleep(STOP_MILLIS);
            if (++stops == times) {
              at.request().disable();
            }
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException ended) {
      return stops;
    }
  }

  private void breakpoint(ReferenceType type, String name) {
    for (Method method : type.methodsByName(name)) {
      BreakpointRequest request =
          machine.eventRequestManager().createBreakpointRequest(method.location());
      request.enable();
    }
  }
}
