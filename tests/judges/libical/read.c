/*
 * libical reads calendars: it complains on standard error, and says every date on standard output
 * as file, UID, start, end and status with tabs between.
 *
 * Called as `read FOLDER` with the paths of the files in FOLDER on standard input, one a line.
 * Each file has to parse without an X-LIC-ERROR and to pass icalrestriction_check, which looks at
 * every component by the tables of RFC 5546, without a METHOD by those of RFC 5545. Moments are
 * told in UTC, by the offsets of the file's own VTIMEZONE; each date of a series has the exact
 * length of the first one (RFC 5545 section 3.8.2.2).
 */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_PATH 4096
/* A rule that never ends is a fault, and no reason to wait. */
#define MOST_DATES 20000

static int faults = 0;

static void complain(const char *file, const char *where, const char *what)
{
    faults += 1;
    fprintf(stderr, "%s: libical: %s: %s\n", file, where, what);
}

static char *content_of(const char *path)
{
    FILE *stream = fopen(path, "rb");
    char *text;
    long size;
    if (stream == NULL || fseek(stream, 0, SEEK_END) != 0 || (size = ftell(stream)) < 0) {
        return NULL;
    }
    rewind(stream);
    text = malloc((size_t)size + 1);
    if (text != NULL) {
        text[fread(text, 1, (size_t)size, stream)] = '\0';
    }
    fclose(stream);
    return text;
}

static const char *name_of(icalcomponent *component)
{
    const char *uid = icalcomponent_get_uid(component);
    return uid ? uid : icalcomponent_kind_to_string(icalcomponent_isa(component));
}

/* Every X-LIC-ERROR in a component and in those within it. */
static void tell_errors(const char *file, icalcomponent *component)
{
    /* Asked for now: a look at a property moves libical's one place in the list of them. */
    const char *name = name_of(component);
    icalproperty *error;
    icalcomponent *inner;
    for (error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
         error != NULL;
         error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        complain(file, name, icalproperty_get_xlicerror(error));
    }
    for (inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner != NULL;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        tell_errors(file, inner);
    }
}

/* A moment in UTC by its own zone; a date stays a date. */
static icaltimetype in_utc(icaltimetype moment)
{
    if (moment.is_date) {
        return moment;
    }
    return icaltime_convert_to_zone(moment, icaltimezone_get_utc_timezone());
}

static void tell(const char *file, icalcomponent *event, icaltimetype start, icaltimetype end)
{
    char *from = icaltime_as_ical_string_r(start);
    char *to = icaltime_as_ical_string_r(end);
    const char *status =
        icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED ? "CANCELLED" : "CONFIRMED";
    printf("%s\t%s\t%s\t%s\t%s\n", file, icalcomponent_get_uid(event), from, to, status);
    icalmemory_free_buffer(from);
    icalmemory_free_buffer(to);
}

static void tell_single(const char *file, icalcomponent *event)
{
    tell(file, event, in_utc(icalcomponent_get_dtstart(event)),
         in_utc(icalcomponent_get_dtend(event)));
}

/* A date, a moment in UTC, or one in the zone that the file itself describes. */
static int is_zone_its_own(icalcomponent *calendar, icaltimetype moment)
{
    return moment.is_date || icaltime_is_utc(moment) || (moment.zone != NULL && icaltimezone_get_component(
        (icaltimezone *)moment.zone) == icalcomponent_get_first_component(
            calendar, ICAL_VTIMEZONE_COMPONENT));
}

/* The override of one date of a series, or NULL. */
static icalcomponent *override_of(icalcompiter events, const char *uid, icaltimetype date)
{
    icalcomponent *each;
    for (each = icalcompiter_deref(&events); each != NULL; each = icalcompiter_next(&events)) {
        icaltimetype id = icalcomponent_get_recurrenceid(each);
        if (!icaltime_is_null_time(id) && strcmp(icalcomponent_get_uid(each), uid) == 0 &&
            icaltime_compare(id, date) == 0) {
            return each;
        }
    }
    return NULL;
}

static void tell_series(const char *file, icalcomponent *calendar, icalcomponent *master,
                        icalproperty *rule)
{
    icalcompiter events = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    icaltimetype first = icalcomponent_get_dtstart(master);
    struct icaldurationtype length = icaltime_subtract(
        in_utc(icalcomponent_get_dtend(master)), in_utc(first));
    icalrecur_iterator *dates = icalrecur_iterator_new(icalproperty_get_rrule(rule), first);
    icaltimetype next;
    int count = 0;
    if (dates == NULL) {
        complain(file, name_of(master), "a rule that cannot be read");
        return;
    }
    for (next = icalrecur_iterator_next(dates); !icaltime_is_null_time(next);
         next = icalrecur_iterator_next(dates)) {
        icalcomponent *override = override_of(events, icalcomponent_get_uid(master), next);
        if (++count > MOST_DATES) {
            complain(file, name_of(master), "a rule without end");
            break;
        }
        if (icalproperty_recurrence_is_excluded(master, &first, &next)) {
            continue;
        }
        if (override != NULL) {
            tell_single(file, override);
        } else {
            tell(file, master, in_utc(next), icaltime_add(in_utc(next), length));
        }
    }
    icalrecur_iterator_free(dates);
}

static void tell_dates(const char *file, icalcomponent *calendar)
{
    icalcompiter events = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    icalcomponent *event;
    for (event = icalcompiter_deref(&events); event != NULL; event = icalcompiter_next(&events)) {
        icalproperty *rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
        if (!is_zone_its_own(calendar, icalcomponent_get_dtstart(event)) ||
            !is_zone_its_own(calendar, icalcomponent_get_dtend(event))) {
            complain(file, name_of(event), "not in the file's own time zone");
        }
        if (rule != NULL) {
            tell_series(file, calendar, event, rule);
        } else if (icaltime_is_null_time(icalcomponent_get_recurrenceid(event))) {
            tell_single(file, event);
        }
    }
}

static void read_calendar(const char *folder, const char *file)
{
    char path[2 * LONGEST_PATH];
    char *text;
    icalcomponent *calendar;
    snprintf(path, sizeof path, "%s/%s", folder, file);
    text = content_of(path);
    calendar = text == NULL ? NULL : icalparser_parse_string(text);
    free(text);
    if (calendar == NULL || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        complain(file, "VCALENDAR", "no calendar, or more than one");
    } else {
        int before = faults;
        int is_allowed = icalrestriction_check(calendar);
        tell_errors(file, calendar);
        if (!is_allowed && faults == before) {
            complain(file, "VCALENDAR", "icalrestriction_check fails");
        }
        if (faults == before) {
            tell_dates(file, calendar);
        }
    }
    if (calendar != NULL) {
        icalcomponent_free(calendar);
    }
    icalmemory_free_ring();
}

int main(int count, char **arguments)
{
    char file[LONGEST_PATH];
    if (count != 2) {
        fprintf(stderr, "usage: read FOLDER < FILES\n");
        return 2;
    }
    icalerror_set_errors_are_fatal(0);
    while (fgets(file, sizeof file, stdin) != NULL) {
        file[strcspn(file, "\n")] = '\0';
        if (file[0] != '\0') {
            read_calendar(arguments[1], file);
        }
    }
    return faults == 0 ? 0 : 1;
}
