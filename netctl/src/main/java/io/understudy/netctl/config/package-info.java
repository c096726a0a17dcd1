/** The configuration: keys, reading, checking. */
package io.understudy.netctl.config;
