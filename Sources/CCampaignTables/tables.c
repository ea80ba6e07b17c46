#include "CCampaignTables.h"

#include <string.h>

// The preprocessor copies the tables in a tenth of a second; as array literals of a generated Swift
// file they took half a minute of every clean build.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char csv_assets[] = {
#embed "../../Data/tables/assets.csv"
};
static const unsigned char csv_cities[] = {
#embed "../../Data/tables/cities.csv"
};
static const unsigned char csv_columns[] = {
#embed "../../Data/tables/columns.csv"
};
static const unsigned char csv_counties[] = {
#embed "../../Data/tables/counties.csv"
};
static const unsigned char csv_county_renamings[] = {
#embed "../../Data/tables/county_renamings.csv"
};
static const unsigned char csv_delta_cities[] = {
#embed "../../Data/tables/delta_cities.csv"
};
static const unsigned char csv_crew_positions[] = {
#embed "../../Data/tables/crew_positions.csv"
};
static const unsigned char csv_crew_rules[] = {
#embed "../../Data/tables/crew_rules.csv"
};
static const unsigned char csv_figures[] = {
#embed "../../Data/tables/figures.csv"
};
static const unsigned char csv_holidays[] = {
#embed "../../Data/tables/holidays.csv"
};
static const unsigned char csv_kinds[] = {
#embed "../../Data/tables/kinds.csv"
};
static const unsigned char csv_kind_topics[] = {
#embed "../../Data/tables/kind_topics.csv"
};
static const unsigned char csv_ledger_kinds[] = {
#embed "../../Data/tables/ledger_kinds.csv"
};
static const unsigned char csv_list_columns[] = {
#embed "../../Data/tables/list_columns.csv"
};
static const unsigned char csv_named_units[] = {
#embed "../../Data/tables/named_units.csv"
};
static const unsigned char csv_pauses[] = {
#embed "../../Data/tables/pauses.csv"
};
static const unsigned char csv_phases[] = {
#embed "../../Data/tables/phases.csv"
};
static const unsigned char csv_problem_transitions[] = {
#embed "../../Data/tables/problem_transitions.csv"
};
static const unsigned char csv_recodings[] = {
#embed "../../Data/tables/recodings.csv"
};
static const unsigned char csv_visit_doubts[] = {
#embed "../../Data/tables/visit_doubts.csv"
};
static const unsigned char csv_report_texts[] = {
#embed "../../Data/tables/report_texts.csv"
};
static const unsigned char csv_rounds[] = {
#embed "../../Data/tables/rounds.csv"
};
static const unsigned char csv_sending_cities[] = {
#embed "../../Data/tables/sending_cities.csv"
};
static const unsigned char csv_settings[] = {
#embed "../../Data/tables/settings.csv"
};
static const unsigned char csv_streamed_kinds[] = {
#embed "../../Data/tables/streamed_kinds.csv"
};
static const unsigned char csv_tables[] = {
#embed "../../Data/tables/tables.csv"
};
static const unsigned char csv_topic_emphasis[] = {
#embed "../../Data/tables/topic_emphasis.csv"
};
static const unsigned char csv_topics[] = {
#embed "../../Data/tables/topics.csv"
};
static const unsigned char csv_unlisted_units[] = {
#embed "../../Data/tables/unlisted_units.csv"
};
static const unsigned char csv_vocabularies[] = {
#embed "../../Data/tables/vocabularies.csv"
};
static const unsigned char csv_warning_levels[] = {
#embed "../../Data/tables/warning_levels.csv"
};
static const unsigned char csv_weights[] = {
#embed "../../Data/tables/weights.csv"
};
static const unsigned char csv_workbook_columns[] = {
#embed "../../Data/tables/workbook_columns.csv"
};

static const struct {
    const char *name;
    CampaignTable table;
} tables[] = {
    {"assets", {csv_assets, sizeof csv_assets}},
    {"cities", {csv_cities, sizeof csv_cities}},
    {"columns", {csv_columns, sizeof csv_columns}},
    {"counties", {csv_counties, sizeof csv_counties}},
    {"county_renamings", {csv_county_renamings, sizeof csv_county_renamings}},
    {"crew_positions", {csv_crew_positions, sizeof csv_crew_positions}},
    {"crew_rules", {csv_crew_rules, sizeof csv_crew_rules}},
    {"delta_cities", {csv_delta_cities, sizeof csv_delta_cities}},
    {"figures", {csv_figures, sizeof csv_figures}},
    {"holidays", {csv_holidays, sizeof csv_holidays}},
    {"kinds", {csv_kinds, sizeof csv_kinds}},
    {"kind_topics", {csv_kind_topics, sizeof csv_kind_topics}},
    {"ledger_kinds", {csv_ledger_kinds, sizeof csv_ledger_kinds}},
    {"list_columns", {csv_list_columns, sizeof csv_list_columns}},
    {"named_units", {csv_named_units, sizeof csv_named_units}},
    {"pauses", {csv_pauses, sizeof csv_pauses}},
    {"phases", {csv_phases, sizeof csv_phases}},
    {"problem_transitions", {csv_problem_transitions, sizeof csv_problem_transitions}},
    {"recodings", {csv_recodings, sizeof csv_recodings}},
    {"visit_doubts", {csv_visit_doubts, sizeof csv_visit_doubts}},
    {"report_texts", {csv_report_texts, sizeof csv_report_texts}},
    {"rounds", {csv_rounds, sizeof csv_rounds}},
    {"sending_cities", {csv_sending_cities, sizeof csv_sending_cities}},
    {"settings", {csv_settings, sizeof csv_settings}},
    {"streamed_kinds", {csv_streamed_kinds, sizeof csv_streamed_kinds}},
    {"tables", {csv_tables, sizeof csv_tables}},
    {"topic_emphasis", {csv_topic_emphasis, sizeof csv_topic_emphasis}},
    {"topics", {csv_topics, sizeof csv_topics}},
    {"unlisted_units", {csv_unlisted_units, sizeof csv_unlisted_units}},
    {"vocabularies", {csv_vocabularies, sizeof csv_vocabularies}},
    {"warning_levels", {csv_warning_levels, sizeof csv_warning_levels}},
    {"weights", {csv_weights, sizeof csv_weights}},
    {"workbook_columns", {csv_workbook_columns, sizeof csv_workbook_columns}},
};

CampaignTable campaign_table(const char *name) {
    for (unsigned i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        if (strcmp(tables[i].name, name) == 0) return tables[i].table;
    }
    CampaignTable none = {0, 0};
    return none;
}
