# Makes evidence over real sites, the same on every run; see real-data.sh.
#   awk -f csv.awk -f made-evidence.awk -v plants=FILE -v stations=FILE -v cities=FILE
#     -v counties=FILE -v towns=FILE -v out=FOLDER

BEGIN {
  state = 20181224
  read_places()
  make_teams()
  make_complaints(out "/complaints.csv", 3, "C", "2018-12-0")
  make_complaints(out "/late-complaints.csv", 1, "L", "2018-12-0")
  make_alerts(out "/alerts.csv")
  make_anomalies(out "/anomalies.csv")
  make_visits(out "/visits.csv")
  make_nominations(out "/nominations.csv")
}

function read_places(    c, f, code) {
  csv_headings(plants, c, "")
  while (csv_record(plants, f) > 0)
    add_site(f[c["Power Plant ID"]], f[c["Name"]], f[c["Longitude"]], f[c["Latitude"]])
  csv_headings(stations, c, "")
  while (csv_record(stations, f) > 0)
    add_site(f[c["POI_ID"]], f[c["POI_Name"]], f[c["POI_Longitude"]], f[c["POI_Latitude"]])
  csv_headings(cities, c, "")
  while (csv_record(cities, f) > 0) {
    if (f[c["kind"]] != "city") continue
    city[++city_count] = f[c["code"]]
    name[f[c["code"]]] = f[c["name_zh"]]
    lon[f[c["code"]]] = f[c["lon"]]
    lat[f[c["code"]]] = f[c["lat"]]
  }
  csv_headings(counties, c, "")
  while (csv_record(counties, f) > 0) {
    code = f[c["programme_city_code"]]
    in_city[code] = in_city[code] (in_city[code] == "" ? "" : ";") f[c["county_code"]]
  }
  csv_headings(towns, c, "")
  while (csv_record(towns, f) > 0) if (f[c["lon_wgs"]] != "") towns_in[f[c["city"]]]++
}

function add_site(id, label, x, y) {
  site[++site_count] = id
  site_name[id] = label
  site_lon[id] = x
  site_lat[id] = y
}

# A team for every 25 townships, at the city's centre, with all its counties; Beijing has only one,
# so that townships must be left out.
function make_teams(    i, k, n, file) {
  file = out "/teams.csv"
  print "id,name,city_code,county_codes,centre,members,lon,lat" > file
  for (i = 1; i <= city_count; i++) {
    n = city[i] == "110000" ? 1 : int((towns_in[name[city[i]]] + 24) / 25)
    for (k = 1; k <= n; k++)
      printf "%s-%02d,%s第%d组,%s,%s,%s,3,%s,%s\n", city[i], k, name[city[i]], k, city[i],
        in_city[city[i]], k == 1 ? "yes" : "no", lon[city[i]], lat[city[i]] > file
  }
  close(file)
}

function make_complaints(file, each, prefix, day,    i, k) {
  print "投诉编号,受理时间,渠道,是否受理,是否属实,污染类型,投诉内容,经度,纬度,坐标系" > file
  for (i = 1; i <= site_count; i++) {
    for (k = 1; k <= each; k++)
      printf "%s%05d-%d,%s%d 0%d:30,%s,%s,%s,%s,%s,%.6f,%.6f,WGS-84\n", prefix, i, k, day,
        1 + below(9), below(10), pick("电话 微信 网络"), pick("是 是 是 否"), pick("是 是 否 空"),
        pick("大气 大气 噪声 大气;噪声"), "\"夜间有异味, 测试用\"",
        site_lon[site[i]] + (below(2001) - 1000) * 5e-6,
        site_lat[site[i]] + (below(2001) - 1000) * 5e-6 > file
  }
  close(file)
}

function make_alerts(file,    i) {
  print "id,period,reason,value,change,issued_at,lon,lat" > file
  for (i = 1; i <= site_count; i += 4)
    printf "A%05d,2018-11,%s,%d,0.%02d,2018-12-05 09:00,%s,%s\n", i, pick("同比 环比 浓度最高"),
      60 + below(120), 5 + below(60), site_lon[site[i]], site_lat[site[i]] > file
  close(file)
}

function make_anomalies(file,    i) {
  print "点位编号,异常类型,开始时间,结束时间,严重程度,详情" > file
  for (i = 2; i <= site_count; i += 9)
    printf "%s,%s,2018-12-%02d 22:00,2018-12-%02d 05:00,0.%d,%d %%\n", site[i],
      pick("停产期间用电 夜间用电偏高 生产开而治污停"), 1 + below(9), 11 + below(9), 3 + below(7),
      30 + below(60) > file
  close(file)
}

function make_visits(file,    i) {
  print "site_id,team_id,visited_at,outcome" > file
  for (i = 3; i <= site_count; i += 5)
    printf "%s,110000-01,2018-12-%02d 10:00,%s\n", site[i], 10 + below(9),
      pick("发现问题 未发现问题 未发现问题") > file
  close(file)
}

function make_nominations(file,    i) {
  print "点位编号,指定单位,指定时间" > file
  for (i = 1; i <= site_count; i += 2) printf "%s,某局,2018-12-20\n", site[i] > file
  close(file)
}

# Numbers below n, by a linear congruential generator that every awk computes alike.
function below(n) {
  state = (state * 16807) % 2147483647
  return int(state / 2147483647 * n)
}

function pick(words,    word, n) {
  n = split(words, word, " ")
  return word[1 + below(n)]
}
