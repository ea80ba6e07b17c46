# Checks the coverage of a round plan by its output files alone; see coverage-check.sh.

BEGIN {
  service *= 60
  limit = day_hours * 3600
  read_coverage()
  read_stops()
  if (townships != "") read_townships()
  if (seats != "") read_seats()
  if (teams != "") read_teams()
  read_bases()
  show_table()
  check_lists()
  check_days()
  check_gaps()
  printf "%d passed, %d failed\n", passed, failed
  exit failed > 0
}

# ---- what is read ----

function read_coverage(    c, f, code, file) {
  file = folder "/coverage.csv"
  csv_headings(file, c, "code=乡镇代码 city=城市 county_code=区县代码 team_id=督查组编号" \
    " visits_in_round=本轮次检查次数 planned=计划检查次数 first_planned=首次计划日期" \
    " covered=本轮次覆盖 gap=未覆盖原因代码 name=乡镇(街道) first_planned=first_planned")
  csv_require(file, c, "code name city county_code team_id visits_in_round planned first_planned" \
    " covered gap")
  while (csv_record(file, f) > 0) {
    code = f[c["code"]]
    if (code in team_of) { repeated = repeated " " code; repeats++ }
    codes[++in_all] = code
    name_of[code] = f[c["name"]]
    city_of[code] = f[c["city"]]
    county_of[code] = f[c["county_code"]]
    team_of[code] = f[c["team_id"]]
    visits[code] = f[c["visits_in_round"]] + 0
    planned[code] = f[c["planned"]] + 0
    first[code] = f[c["first_planned"]]
    covered[code] = f[c["covered"]]
    gap[code] = f[c["gap"]]
  }
  close(file)
}

# Stops by team and day: place[day, order, "lon"] and so on; a day is "TEAM|DATE".
function read_stops(    c, f, file, day, n, code) {
  file = folder "/targets.csv"
  csv_headings(file, c, "team_id=督查组编号 date=日期 order=顺序 target_id=目标编号" \
    " township_code=乡镇代码 lon=经度 lat=纬度 arrival=预计到达时间")
  csv_require(file, c, "team_id date order target_id township_code lon lat arrival")
  while (csv_record(file, f) > 0) {
    day = f[c["team_id"]] "|" f[c["date"]]
    if (!(day in size)) {
      days_of[f[c["team_id"]]] = days_of[f[c["team_id"]]] " " f[c["date"]]
      days[++day_count] = day
    }
    n = ++size[day]
    if (n != f[c["order"]]) misordered++
    code = f[c["township_code"]]
    place[day, n, "town"] = code
    place[day, n, "lon"] = f[c["lon"]]
    place[day, n, "lat"] = f[c["lat"]]
    place[day, n, "arrival"] = clock(f[c["arrival"]])
    stops++
    stops_of_team[f[c["team_id"]]]++
    stops_in[code]++
    if (!(code in first_stop) || f[c["date"]] < first_stop[code]) first_stop[code] = f[c["date"]]
    if (!(code in team_of)) { strangers++; stranger = code }
    else if (team_of[code] != f[c["team_id"]]) { trespasses++; trespass = code }
    if (seen[f[c["target_id"]]]++) { twice++; twice_target = f[c["target_id"]] }
    if (!(f[c["date"]] in is_date)) {
      is_date[f[c["date"]]] = 1
      if (first_day == "" || f[c["date"]] < first_day) first_day = f[c["date"]]
      if (f[c["date"]] > last_day) last_day = f[c["date"]]
    }
  }
  close(file)
}

# The list that was imported: a column of codes.
function read_townships(    c, f, code) {
  csv_headings(townships, c, "code=town_code code=乡镇代码 code=code")
  csv_require(townships, c, "code")
  while (csv_record(townships, f) > 0) {
    code = f[c["code"]]
    if (code in is_input) continue
    is_input[code] = 1
    inputs++
    if (!(code in team_of)) { absent++; absent_code = code }
  }
  close(townships)
}

# Where uncovered townships could be visited: their seats.
function read_seats(    c, f) {
  csv_headings(seats, c, "code=town_code lon=lon_wgs lat=lat_wgs code=code lon=lon lat=lat")
  csv_require(seats, c, "code lon lat")
  while (csv_record(seats, f) > 0) {
    if (f[c["lon"]] == "") continue
    seat_lon[f[c["code"]]] = f[c["lon"]]
    seat_lat[f[c["code"]]] = f[c["lat"]]
  }
  close(seats)
}

# The teams that were imported: their counties and limits.
function read_teams(    c, f, n, i, county, id) {
  csv_headings(teams, c, "")
  csv_require(teams, c, "id lon lat county_codes")
  while (csv_record(teams, f) > 0) {
    id = f[c["id"]]
    base_lon[id] = f[c["lon"]]
    base_lat[id] = f[c["lat"]]
    if ("daily_visits" in c && f[c["daily_visits"]] != "") own_visits[id] = f[c["daily_visits"]]
    n = split(f[c["county_codes"]], county, /[;、|, ]/)
    for (i = 1; i <= n; i++) has_team[county[i]] = 1
  }
  close(teams)
}

# A team's base as its route files of the round's days tell it.
function read_bases(    n, file, i, line, at, two, id) {
  n = split(ENVIRON["ROUTES"], file, "\n")
  for (i = 1; i <= n; i++) {
    id = ""
    while ((getline line < file[i]) > 0) {
      if (id == "" && match(line, /"team_id" ?: ?"[^"]*"/)) {
        id = substr(line, RSTART, RLENGTH)
        sub(/^"team_id" ?: ?"/, "", id)
        sub(/"$/, "", id)
      }
      if (match(line, /"base" ?: ?\[[^\]]*\]/)) {
        at = substr(line, RSTART, RLENGTH)
        gsub(/[^0-9.,-]/, "", at)
        split(at, two, ",")
        if (id != "" && !(id in base_lon)) { base_lon[id] = two[1]; base_lat[id] = two[2] }
        break
      }
    }
    close(file[i])
  }
}

# ---- what is counted ----

function show_table(    i, code) {
  for (i = 1; i <= in_all; i++) {
    code = codes[i]
    cities[city_of[code]]++
    if (planned[code] > 0) with_stop++
    if (visits[code] > 0) visited++
    if (planned[code] > 0 || visits[code] > 0) reached++
    else {
      by_reason[gap[code] == "" ? "none given" : gap[code]]++
      uncovered_of_team[team_of[code]]++
      uncovered[++uncovered_count] = code
    }
  }
  for (code in cities) city_count++
  for (code in stops_of_team) team_count++
  printf "%s, %s to %s\n", folder, first_day, last_day
  row("cities", city_count)
  row("teams with stops", team_count)
  row("stops", stops)
  row("townships in all", in_all)
  row("  with a planned stop", with_stop)
  row("  visited in the round before", visited)
  row("  either", reached)
  row("  uncovered", in_all - reached)
  row("    no team has the county", by_reason["no_team"])
  row("    its team cannot work", by_reason["team_out"])
  row("    longer than a day", by_reason["too_far"])
  row("    visits or hours used up", by_reason["capacity"])
  row("    no reason given", by_reason["none given"])
  print ""
}

function row(what, count) { printf "%-32s %7d\n", what, count }

function check(is_right, what, otherwise) {
  if (is_right) { passed++; if (verbose) print "ok      " what }
  else { failed++; print "FAILED  " what (otherwise == "" ? "" : ": " otherwise) }
}

# ---- what must hold ----

function check_lists(    i, code, wrong, other, why, wrongs) {
  check(in_all > 0, "there are townships")
  check(!repeats, "no township stands twice", repeated)
  if (townships != "") {
    check(!absent, "every township of the list is there", absent " are not, as " absent_code)
    check(inputs == in_all, "no township is there that is not in the list",
      in_all " for " inputs)
  }
  check(!strangers, "every stop is in a known township", strangers " are not, as " stranger)
  check(!trespasses, "every stop is in its team's townships",
    trespasses " are not, as in " trespass)
  check(!twice, "no target is planned twice", twice " are, as " twice_target)
  check(!misordered, "stops are numbered from 1 in the order of the file", misordered " are not")
  for (i = 1; i <= in_all; i++) {
    code = codes[i]
    if (planned[code] != stops_in[code] + 0) { wrong++; other = code }
    if (first[code] != first_stop[code]) { wrong++; other = code }
  }
  check(!wrong, "planned visits and first days are those of the stops", wrong " are not: " other)
  for (i = 1; i <= in_all; i++) {
    code = codes[i]
    why = planned[code] > 0 || visits[code] > 0
    if ((covered[code] ~ /^(yes|是)$/) != why || (gap[code] == "") != why) {
      wrongs++
      other = code
    }
  }
  check(!wrongs, "a township is covered or has a reason", wrongs " are neither or both: " other)
}

# Every team's day keeps to its visits and hours, and arrivals are those of the way.
function check_days(    i, n, k, two, team, many, late, wrong, at, ways, slack, error, worst) {
  for (i = 1; i <= day_count; i++) {
    split(days[i], two, "|")
    team = two[1]
    n = size[days[i]]
    if (n > visits_on(team, two[2])) { many++; error = days[i] }
    if (!(team in base_lon)) { unknown_bases++; continue }
    at = day_start + drive_from_base(team, days[i], 1)
    for (k = 1; k <= n; k++) {
      if (k > 1) at += drive(days[i], k - 1, k)
      slack = 60 * k + 0.005 * (at - day_start)
      if (at - place[days[i], k, "arrival"] > slack || place[days[i], k, "arrival"] - at > slack) {
        wrong++
        worst = days[i] " stop " k
      }
      at += service
    }
    at += drive_from_base(team, days[i], n)
    ways = at - day_start
    if (ways > limit + 60 + 0.005 * ways) { late++; error = days[i] }
  }
  check(!many, "no team has more visits a day than it can make", many " days, as " error)
  check(!unknown_bases, "every team's base is known", unknown_bases " days are of other teams")
  check(!late, "every day ends within " day_hours " hours", late " do not, as " error)
  check(!wrong, "arrivals are those of " speed " km/h and detour " detour, wrong ", as " worst)
}

function check_gaps(    i, code, team, seat, done, room, found) {
  for (i = 1; i <= uncovered_count; i++) {
    code = uncovered[i]
    team = team_of[code]
    if (gap[code] == "no_team" && teams != "")
      check(!(county_of[code] in has_team), code " has no team", "one was given its county")
    if (gap[code] == "too_far" && code in seat_lon && team in base_lon)
      check(2 * seconds(base_lon[team], base_lat[team], seat_lon[code], seat_lat[code]) + service \
        > limit - margin * 60, code " is too far", "its seat can be reached in a day")
    if (gap[code] == "capacity" && !(team in done)) {
      done[team] = 1
      check_team(team)
    }
  }
}

# A team that leaves townships out has used all its visits for a township each, or has no day into
# which one more township would go, by itself or in the place of a second visit to another.
function check_team(team,    n, date, i, capacity, used, other, doubles, code, k, room, label) {
  n = round_days
  capacity = visits_on(team, handover_day) + (n - 1) * visits_on(team, "")
  used = stops_of_team[team] + 0
  for (i = 1; i <= in_all; i++) {
    code = codes[i]
    if (team_of[code] == team && planned[code] + visits[code] > 1 && planned[code] > 0)
      doubles += visits[code] > 0 ? planned[code] : planned[code] - 1
  }
  label = sprintf("team %s leaves %d townships out with %d of %d visits, %d of them second ones",
    team, uncovered_of_team[team], used, capacity, doubles)
  if (used >= capacity && !doubles) { check(1, label); return }
  room = ""
  for (i = 1; i <= uncovered_count && room == ""; i++) {
    code = uncovered[i]
    if (team_of[code] != team || gap[code] != "capacity") continue
    room = room_for(team, code)
  }
  check(room == "", label, room)
}

# Where a township would still go, as a sentence; empty if nowhere.
function room_for(team, code,    n, date, i, day, k, free, length_now, replaced) {
  n = split(days_of[team], date, " ")
  if (n < round_days) return code " fits on a day without stops"
  if (!(team in base_lon)) return "its base is not known"
  for (i = 1; i <= n; i++) {
    day = team "|" date[i]
    length_now = way(team, day, 0)
    free = size[day] < visits_on(team, date[i])
    if (free && fits(team, day, 0, code, length_now)) return code " would go into " date[i]
    for (k = 1; k <= size[day]; k++) {
      replaced = place[day, k, "town"]
      if (planned[replaced] + visits[replaced] < 2) continue
      if (fits(team, day, k, code, way(team, day, k)))
        return code " would go into " date[i] " in the place of a second visit to " replaced
    }
  }
  return ""
}

# Whether a visit to a township's seat would end a day, without stop `skip`, in time.
# Without a seat the least that a visit takes must be too long.
function fits(team, day, skip, code, length_now,    k, from_lon, from_lat, added, best) {
  if (!(code in seat_lon)) return length_now + service <= limit - margin * 60
  best = 1e9
  from_lon = base_lon[team]
  from_lat = base_lat[team]
  for (k = 1; k <= size[day] + 1; k++) {
    if (k == skip) continue
    added = seconds(from_lon, from_lat, seat_lon[code], seat_lat[code])
    if (k > size[day]) {
      added += seconds(seat_lon[code], seat_lat[code], base_lon[team], base_lat[team]) \
        - seconds(from_lon, from_lat, base_lon[team], base_lat[team])
    } else {
      added += seconds(seat_lon[code], seat_lat[code], place[day, k, "lon"], place[day, k, "lat"]) \
        - seconds(from_lon, from_lat, place[day, k, "lon"], place[day, k, "lat"])
      from_lon = place[day, k, "lon"]
      from_lat = place[day, k, "lat"]
    }
    if (added < best) best = added
  }
  return length_now + best + service <= limit - margin * 60
}

# ---- days and ways ----

# Seconds from leaving the base to being back, without stop `skip`.
function way(team, day, skip,    k, total, from_lon, from_lat) {
  from_lon = base_lon[team]
  from_lat = base_lat[team]
  for (k = 1; k <= size[day]; k++) {
    if (k == skip) continue
    total += seconds(from_lon, from_lat, place[day, k, "lon"], place[day, k, "lat"]) + service
    from_lon = place[day, k, "lon"]
    from_lat = place[day, k, "lat"]
  }
  return total + seconds(from_lon, from_lat, base_lon[team], base_lat[team])
}

function drive(day, from, to) {
  return seconds(place[day, from, "lon"], place[day, from, "lat"], place[day, to, "lon"],
    place[day, to, "lat"])
}

function drive_from_base(team, day, stop) {
  return seconds(base_lon[team], base_lat[team], place[day, stop, "lon"], place[day, stop, "lat"])
}

function visits_on(team, date,    usual) {
  usual = team in own_visits ? own_visits[team] : daily_visits
  return handover && date == handover_day && handover_visits < usual ? handover_visits : usual
}

# Seconds of driving a great circle, with the detour of the road.
function seconds(lon1, lat1, lon2, lat2,    rad, a, x, y) {
  rad = 0.017453292519943295
  x = sin((lat2 - lat1) * rad / 2)
  y = sin((lon2 - lon1) * rad / 2)
  a = x * x + cos(lat1 * rad) * cos(lat2 * rad) * y * y
  return 2 * 6371008.8 * atan2(sqrt(a), sqrt(1 - a)) * detour / (speed / 3.6)
}

# Seconds since midnight of 2018-12-24T08:35:00+08:00.
function clock(text) {
  sub(/^.*T/, "", text)
  return substr(text, 1, 2) * 3600 + substr(text, 4, 2) * 60 + substr(text, 7, 2)
}
