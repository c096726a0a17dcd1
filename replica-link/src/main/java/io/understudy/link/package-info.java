/** What journal, link and output commit share: settings, limits and events. */
package io.understudy.link;
