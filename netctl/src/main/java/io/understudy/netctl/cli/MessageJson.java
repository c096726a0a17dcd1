package io.understudy.netctl.cli;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Locale;

/**
 * A message as JSON (RFC 8259), complete: fields with default values are written too, and names are
 * those of the proto file. Enumeration values are in lower case.
 */
final class MessageJson {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private MessageJson() {}

  static String of(Message message) {
    MessageJson json = new MessageJson();
    json.object(message, "\n");
    return json.text.toString();
  }

  private void object(Message message, String newline) {
    String separator = "{";
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      text.append(separator).append(newline).append(INDENT);
      string(field.getName());
      text.append(": ");
      Object value = message.getField(field);
      if (field.isRepeated()) {
        array((List<?>) value, newline + INDENT);
      } else {
        value(value, newline + INDENT);
      }
      separator = ",";
    }
    text.append(newline).append('}');
  }

  private void array(List<?> values, String newline) {
    String separator = "[";
    for (Object value : values) {
      text.append(separator);
      value(value, newline);
      separator = ", ";
    }
    text.append(values.isEmpty() ? "[]" : "]");
  }

  private void value(Object value, String newline) {
    if (value instanceof Message message) {
      object(message, newline);
    } else if (value instanceof String words) {
      string(words);
    } else if (value instanceof EnumValueDescriptor constant) {
      string(constant.getName().toLowerCase(Locale.ROOT));
    } else {
      text.append(value); // numbers and booleans
    }
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
