"""Measures of koop-graph beside those of networkx, on random networks: directed or not, with weights or not, with
isolates, self loops, parallel rows and several components.  usage: measures.py NETWORKS"""

import csv
import math
import random
import subprocess
import sys

import networkx

compared = differences = 0


def network(chance):
    """Rows of edges, as they come."""
    ids = ["n%02d" % i for i in range(chance.choice([1, 2, 5, 9, 14, 22]))]
    part = chance.choice([0.04, 0.12, 0.3])
    rows = [(a, b, chance.choice([0.5, 1, 1, 2, 3, 7])) for a in ids for b in ids if chance.random() < part]
    rows += [chance.choice(rows) for _ in rows[::3]]
    chance.shuffle(rows)
    return ids, rows


def merged(ids, rows, directed):
    graph = networkx.DiGraph() if directed else networkx.Graph()
    graph.add_nodes_from(ids)
    for a, b, weight in rows:
        if a != b:
            graph.add_edge(a, b, weight=(graph[a][b]["weight"] if graph.has_edge(a, b) else 0) + weight)
    return graph


def without_arrows(graph):
    flat = networkx.Graph()
    flat.add_nodes_from(graph)
    for a, b, weight in graph.edges(data="weight"):
        flat.add_edge(a, b, weight=(flat[a][b]["weight"] if flat.has_edge(a, b) else 0) + weight)
    return flat


def distances_from(graph, node):
    return [d for d in networkx.single_source_shortest_path_length(graph, node).values() if d]


def of_nodes(graph):
    """What networkx says of every node: {measure: {node: value}}; None is not defined."""
    flat, n = without_arrows(graph), len(graph)
    far = {node: distances_from(graph, node) for node in graph}
    clustering = networkx.clustering(flat)
    cut = set(networkx.articulation_points(flat))
    said = {
        "core": networkx.core_number(flat),
        "triangles": networkx.triangles(flat),
        "clustering": {i: clustering[i] if flat.degree(i) > 1 else None for i in graph},
        "articulation": {i: i in cut for i in graph},
        "betweenness": networkx.betweenness_centrality(graph, normalized=False),
        "closeness": {i: len(d) / sum(d) if d else None for i, d in far.items()},
        "closeness_wf": {i: len(d) ** 2 / sum(d) / (n - 1) if d else 0 if n > 1 else None for i, d in far.items()},
        "harmonic": {i: sum(1 / d for d in distances) for i, distances in far.items()},
        "eccentricity": {i: max(d, default=0) for i, d in far.items()},
        "pagerank": networkx.pagerank(graph, weight=None, tol=1e-12, max_iter=1000),
        "pagerank_w": networkx.pagerank(graph, tol=1e-12, max_iter=1000),
    }
    if not graph.is_directed():
        for name, weight in (("", None), ("_w", "weight")):
            said["constraint" + name] = networkx.constraint(graph, weight=weight)
            said["effective_size" + name] = {
                i: size if graph.degree(i) else None for i, size in networkx.effective_size(graph, weight=weight).items()}
    return said


def of_whole(graph):
    flat = without_arrows(graph)
    said = {
        "isolates": networkx.number_of_isolates(flat),
        "components": networkx.number_connected_components(flat),
        "density": networkx.density(graph) if len(graph) > 1 else None,
        "avg_clustering_zero": networkx.average_clustering(flat),
        "global_efficiency": networkx.global_efficiency(graph) if not graph.is_directed() and len(graph) > 1 else "",
        "biconnected_components": len(list(networkx.biconnected_components(flat))),
        "bridges": len(list(networkx.bridges(flat))),
    }
    if graph.is_directed():
        said.update({"triad_" + kind: n for kind, n in networkx.triadic_census(graph).items()})
    return {name: value for name, value in said.items() if value != ""}


def compare(what, got, wanted):
    global compared, differences
    compared += 1
    none = wanted is None or math.isnan(wanted)
    if (got == "") == none and (none or abs(float(got) - wanted) <= 1e-7 * max(1, abs(wanted))):
        return
    differences += 1
    print(what, "is", repr(got), "but should be", wanted)


def table(*arguments):
    done = subprocess.run(("koop-graph", "-q") + arguments, capture_output=True, text=True, check=False)
    return list(csv.DictReader(done.stdout.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def check(seed):
    chance = random.Random(seed)
    directed, weighted = seed % 2 == 1, seed % 4 < 2
    ids, rows = network(chance)
    with open("edges.tsv", "w") as file:
        file.write("source\ttarget\tweight\n")
        file.writelines("%s\t%s\t%g\n" % (a, b, w if weighted else 1) for a, b, w in rows)
    with open("ids.tsv", "w") as file:
        file.writelines(line + "\n" for line in ["id"] + ids)
    graph = merged(ids, rows if weighted else [(a, b, 1) for a, b, _ in rows], directed)
    options = ("--directed" if directed else "--undirected", "--nodes=ids.tsv")
    said = of_nodes(graph)
    nodes = table("nodes", *options, "--length=none", "-m", ",".join(said), "edges.tsv")
    for node in nodes:
        for name in said:
            column = "betweenness_directed" if directed and name == "betweenness" else name
            compare("%d: %s of %s" % (seed, name, node["id"]), node[column], said[name][node["id"]])
    said = of_whole(graph)
    for row in table("stats", *options, "-m", ",".join(said), "edges.tsv"):
        compare("%d: %s" % (seed, row["measure"]), row["value"], said[row["measure"]])


for seed in range(int(sys.argv[1])):
    check(seed)
print(sys.argv[1], "networks,", compared, "values,", differences, "differences")
